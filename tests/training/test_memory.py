"""The estimate of what a training takes, the limits it is held against, and what is said of it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from nnviz.network import edits
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.training import free_memory, memory
from nnviz.training.check import problems
from nnviz.training.recipe import OptimizerSpec, Recipe
from tests.network.test_edits import chain

FACTS = DataFacts((10,), "classes", 3, rows=(1000, 200, 0))
NETWORK = chain("Input", "Dense", "Output")
GB = 10**9


def needed(network=NETWORK, facts=FACTS, recipe=Recipe(), streamed=None):  # noqa: B008 - frozen
    fitted = fit_to_data(network, facts)
    return memory.estimate(fitted, infer(fitted), facts, recipe, streamed)


def wide(units: int):
    return edits.set_args(NETWORK, "hidden_1", units=units)


def test_weights_count_with_what_the_optimizer_remembers_of_each() -> None:
    sgd, adam = (needed(wide(1000), recipe=Recipe().with_optimizer(kind)) for kind in ("SGD", "Adam"))
    parameters = 11 * 1000 + 1001 * 3
    assert sgd.weights == 4 * parameters * (memory.WEIGHT_COPIES + memory.TWIN_WEIGHT_COPIES)
    assert adam.weights - sgd.weights == 4 * parameters * 2 * (memory.SLOT_COPIES + memory.TWIN_SLOT_COPIES)


def test_weights_too_large_for_a_twin_do_without() -> None:
    parameters = needed(wide(10**7)).weights / 4 / (11 * 10**7 + (10**7 + 1) * 3)
    assert parameters == memory.WEIGHT_COPIES + 2 * memory.SLOT_COPIES


def test_activations_grow_with_the_batch_up_to_all_rows() -> None:
    half, whole, more = (needed(recipe=Recipe(batch_size=size)).activations for size in (500, 1000, 10**9))
    assert half * 2 == whole == more


def test_an_activation_of_many_steps_keeps_more() -> None:
    names = ("relu", "silu", "gelu")
    one, few, many = (needed(edits.set_args(NETWORK, "hidden_1", activation=a)).activations for a in names)
    assert one < few < many


def test_streamed_data_are_a_buffer_however_large(monkeypatch) -> None:
    huge = replace(FACTS, rows=(10**9, 0, 0))
    assert needed(facts=huge, streamed=False).data > 100 * GB
    assert needed(facts=huge, streamed=True).data == needed(facts=huge).data == memory.STREAM_BUFFER
    monkeypatch.setattr(memory, "budget", lambda: 1 << 60)
    assert needed(facts=huge).data > 100 * GB


def test_no_estimate_without_shapes() -> None:
    assert needed(edits.remove_link(NETWORK, "input", "hidden_1")) is None
    found = problems(edits.remove_link(NETWORK, "input", "hidden_1"), FACTS, Recipe(), 1)
    assert all("memory" not in problem.text for problem in found)


@pytest.mark.parametrize(("share", "blocks"), [(0.69, None), (0.71, False), (0.99, False), (1.01, True)])
def test_refused_above_what_is_free_and_warned_above_seventy_percent(share, blocks) -> None:
    total = needed().total
    found = problems(NETWORK, FACTS, Recipe(), int(total / share))
    assert [not problem.caution for problem in found] == ([] if blocks is None else [blocks])
    if blocks is not None:
        assert found[0].text.startswith(f"Training needs about {memory.size_text(total)} of ")
        assert memory.size_text(total / share) in found[0].text


def test_what_is_not_asked_about_memory_is_not_said() -> None:
    assert problems(wide(1_000_000), FACTS, Recipe()) == ()


def test_heavy_weights_name_their_layer() -> None:
    (problem,) = problems(wide(10_000_000), FACTS, Recipe(), GB)
    total = memory.size_text(needed(wide(10_000_000)).total)
    assert (problem.layer, problem.got, problem.expected) == ("hidden_1", total, "at most 1.0 GB")
    assert problem.text.endswith("most of it for the weights of hidden_1, so give it fewer units")


def test_heavy_activations_are_fixed_by_smaller_batches() -> None:
    facts, recipe = replace(FACTS, rows=(10**6, 0, 0)), Recipe(batch_size=10**6)
    found = problems(wide(1000), facts, recipe, 2 * GB)
    (problem,) = [p for p in found if "memory" in p.text]
    assert problem.text.endswith("most of it for batches of 1,000,000 rows, so make them smaller")
    name, size = problem.fix.args
    assert (name, problem.fix.text) == ("batch_size", f"Use batches of {size}")
    fits, too_large = (
        [p for p in problems(wide(1000), facts, Recipe(batch_size=batch), 2 * GB) if "memory" in p.text]
        for batch in (size, 2 * size)
    )
    assert (len(fits), len(too_large)) == (0, 1)


def test_heavy_data_say_so() -> None:
    facts = replace(FACTS, input_shape=(1000,), rows=(10**6, 0, 0))
    assert needed(facts=facts, streamed=False).advice == "most of it for the data, so use fewer rows"


@pytest.mark.parametrize(
    ("size", "text"),
    [(12_345, "12 KB"), (639_900_000, "640 MB"), (949e6, "949 MB"), (951e6, "1.0 GB"), (12.34e9, "12 GB")],
)
def test_sizes_for_a_person(size, text) -> None:
    assert memory.size_text(size) == text


def test_options_that_remember_more_are_counted() -> None:
    assert memory.slots(OptimizerSpec("SGD", {"momentum": 0.9})) == 1
    assert memory.slots(OptimizerSpec("Adam", {"amsgrad": True, "use_ema": True})) == 4
    assert memory.slots(OptimizerSpec("RMSprop", {"momentum": 0.9, "centered": True})) == 3


# ---------------------------------------------------------------- what is free


def test_what_a_process_holds_is_free_for_what_takes_its_place() -> None:
    import psutil

    rest, with_ours = free_memory.free_memory(), free_memory.free_memory(os.getpid())
    held = psutil.Process().memory_info().rss
    assert with_ours - rest == pytest.approx(held, abs=512 << 20)


def test_a_process_that_is_gone_holds_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    assert free_memory.free_memory(gone.pid) > 0


@pytest.mark.parametrize("version", [1, 2])
def test_the_narrowest_control_group_counts_without_the_cache_it_gives_back(version, tmp_path, monkeypatch) -> None:
    folder = tmp_path / ("memory/a/b" if version == 1 else "a/b")
    folder.mkdir(parents=True)
    names = free_memory._V1 if version == 1 else free_memory._V2
    for place, limit in ((folder, "max" if version == 2 else str(1 << 62)), (folder.parent, "3000")):
        (place / names[0]).write_text(f"{limit}\n")
        (place / names[1]).write_text("1000\n")
        (place / "memory.stat").write_text(f"cache 7\n{names[2]} 400\n")
    monkeypatch.setattr(free_memory, "_GROUPS", tmp_path)
    lines = "4:memory:/a/b\n0::/\n" if version == 1 else "0::/a/b\n"
    own = tmp_path / "cgroup"
    own.write_text(lines)
    monkeypatch.setattr(free_memory, "OWN_GROUPS", own)
    assert free_memory.free_memory() == 2400


def test_an_address_space_limit_counts() -> None:
    code = "import os; from nnviz.training.free_memory import free_memory; print(free_memory(os.getpid()))"
    limit = 3 << 30
    launcher = f"import resource, os, sys; resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit})); "
    words = [sys.executable, "-c", f"{launcher}os.execv(sys.executable, [sys.executable, '-c', {code!r}])"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert 1 << 30 < int(done.stdout) < limit


def test_the_window_looks_again_after_a_second(monkeypatch) -> None:
    answers = iter([10, 20])
    monkeypatch.setattr(free_memory, "free_memory", lambda engine: next(answers))
    clock = [0.0]
    monkeypatch.setattr(free_memory.time, "monotonic", lambda: clock[0])
    free = free_memory.FreeMemory()
    assert (free(), free()) == (10, 10)
    clock[0] = free_memory.LASTS
    assert free() == 20
