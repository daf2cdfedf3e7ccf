"""The process that reads somebody else's model: what it gives, and every way in which it can fail its caller."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import safetensors.numpy
from hypothesis import given
from hypothesis import strategies as st

from nnviz.backend import importer
from nnviz.backend.importer import read_apart
from nnviz.backend.process import own_command
from nnviz.data.dataset import Cancelled
from nnviz.errors import BadInput
from nnviz.network.templates import TEMPLATES
from nnviz.project.from_template import template_project
from nnviz.project.keras_files import limits, reply
from nnviz.project.keras_files.reading import Imported, read_model
from nnviz.sentences import LayerName, Sentence
from tests.faults.ledger import Ledger
from tests.faults.mutations import good_files
from tests.project.handmade import h5_bytes
from tests.project.hostile import HOSTILE

HUNGRY = """
from pathlib import Path
import sys
from nnviz.commands import reader
reader._bound(Path(sys.argv[1]))
try:
    bytearray(600 << 20)
except MemoryError:
    sys.stdout.write('{"refused": "within bounds"}')
"""
BUSY = HUNGRY.replace("bytearray(600 << 20)", "while True: pass")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    (tmp_path / "good").mkdir()
    return good_files(tmp_path / "good")


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    return tmp_path / "new" / "weights.safetensors"


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another program in the place of the reader: ``instead(code)``; none of them is left."""
    before = set(psutil.Process().children())

    def use(code: str) -> None:
        monkeypatch.setattr(importer, "own_command", lambda _word, path, *_: [sys.executable, "-c", code, path])

    yield use
    assert set(psutil.Process().children()) == before


def refusal(path: Path, weights: Path) -> str:
    with pytest.raises(BadInput) as refused:
        read_apart(path, weights)
    said = str(refused.value)
    assert said.startswith(path.name)
    assert "\n" not in said
    return said


def test_it_gives_what_the_loader_gives(files: list[Path], weights: Path) -> None:
    archive, _, _, rich = files
    for path in (archive, rich):
        expected, received = read_model(path), read_apart(path, weights)
        found = received.imported
        assert (found.project, found.parameters, found.notes) == (expected.project, expected.parameters, expected.notes)
        assert (received.weights is None) == (not expected.weights)
        if received.weights is not None:
            arrays = safetensors.numpy.load_file(received.weights)
            assert arrays.keys() == expected.weights.keys()
            assert all(np.array_equal(arrays[name], array) for name, array in expected.weights.items())


def test_a_file_of_weights_alone_is_said_to_be_one(tmp_path: Path, weights: Path) -> None:
    path = tmp_path / "w.h5"
    path.write_bytes(h5_bytes(lambda file: file.create_group("layers")))
    assert read_apart(path, weights) == importer.Received(None, None)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import os; os.kill(os.getpid(), 11)", "cannot be read"),
        ("import os; os._exit(0)", "cannot be read"),
        ("import os; os._exit(3)", "cannot be read"),
        ("print('{\"project\": 5}')", "cannot be read"),
        ("print('not a reply')", "cannot be read"),
        ("print('[' * 100_000)", "cannot be read"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGPROF)", "takes longer to read"),
    ],
    ids=["crash", "no reply", "error", "another reply", "garbage", "deep garbage", "out of time"],
)
def test_a_reader_that_fails_is_one_sentence(
    code: str, said: str, instead: object, files: list[Path], weights: Path
) -> None:
    instead(code)
    assert said in refusal(files[0], weights)


def test_a_reader_that_hangs_or_takes_too_much_is_ended(
    instead: object, files: list[Path], weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead("import time; time.sleep(600)")
    monkeypatch.setattr(limits, "SECONDS", 0.2)
    assert "takes longer to read" in refusal(files[0], weights)
    with pytest.raises(Cancelled):
        read_apart(files[0], weights, lambda: True)
    # Where the system has no bounds, it is watched.
    monkeypatch.setattr(limits, "SECONDS", 60.0)
    monkeypatch.setattr(limits, "LEAST_MEMORY", 20 << 20)
    instead("import time; kept = b'x' * (300 << 20); time.sleep(600)")
    assert "needs more memory" in refusal(files[0], weights)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bounds: there the reader is watched")
def test_the_reader_bounds_itself(
    instead: object, files: list[Path], weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = importer.own_environment() | {"PYTHONPATH": str(Path(__file__).parents[2])}
    monkeypatch.setattr(importer, "own_environment", lambda: environment)
    if sys.platform.startswith("linux"):
        instead(HUNGRY)
        with pytest.raises(BadInput, match="within bounds"):
            read_apart(files[0], weights)
    instead(BUSY)
    assert "takes longer to read" in refusal(files[0], weights)


def test_a_hostile_file_is_refused_as_by_the_loader(tmp_path: Path, weights: Path) -> None:
    write, said = HOSTILE["an external link"]
    write(tmp_path)
    (path,) = (path for path in tmp_path.iterdir() if path.is_file())
    assert said in refusal(path, weights)
    assert not weights.exists()


@pytest.mark.nightly
def test_every_hostile_file_is_refused_in_time(tmp_path: Path, weights: Path, ledger: Ledger) -> None:
    worst = 0.0
    for number, (write, said) in enumerate(HOSTILE.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        write(folder)
        (path,) = folder.iterdir()
        began = time.monotonic()
        assert said in refusal(path, weights)
        worst = max(worst, time.monotonic() - began)
        path.unlink()
    ledger.row("a hostile model", len(HOSTILE), 0, worst)


WHOLE = st.integers(-(2**63), 2**64 - 1)  # the whole numbers of MessagePack; larger ones are heard as text
# Forms of figures: hypothesis takes texts of a class of ours for what it has drawn itself.
FIGURES = st.recursive(
    st.text() | WHOLE | st.floats(allow_nan=False) | st.none() | st.tuples(st.text(), st.text(), st.text()),
    lambda inner: st.tuples(inner),
)


def made(form: object) -> object:
    """A name of a layer of three, a sentence of one, anything else as it is."""
    if isinstance(form, tuple):
        return LayerName(*form) if len(form) == 3 else Sentence("about {0}", made(form[0]))
    return form


def parts(figure: object) -> object:
    """What a figure of a sentence is made of."""
    if isinstance(figure, Sentence):
        return figure.pattern, *map(parts, figure.figures)
    return figure.__getnewargs__() if isinstance(figure, LayerName) else figure


@given(st.lists(FIGURES, max_size=3), st.integers(0, 10**12))
def test_a_reply_keeps_what_a_sentence_remembers(figures: list[object], parameters: int) -> None:
    notes = tuple(Sentence("{0} and no more", made(form)) for form in figures)
    network = template_project(next(iter(TEMPLATES.values()))).network
    given = Imported(network, parameters=parameters, notes=notes)
    heard = reply.heard(reply.told(given))
    assert heard == given
    assert [parts(note) for note in heard.notes] == [parts(note) for note in notes]


def test_the_command_is_nnviz_itself() -> None:
    assert own_command("reader")[-2:] == ["nnviz", "reader"]
