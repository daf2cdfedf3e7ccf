"""The cache of keras.datasets, read without Keras; downloads from a server of our own."""

import functools
import hashlib
import http.server
import pickle
import threading

import numpy as np
import pytest

from nnviz.data.dataset import Cancelled, never
from nnviz.data.load import load
from nnviz.data.outlined import outlined_facts
from nnviz.data.script.script import data_script
from nnviz.data.sources import keras_sets
from nnviz.data.sources.download import fetched
from nnviz.data.sources.keras_sets import cache_folder
from nnviz.data.spec import KerasSet, Split
from nnviz.errors import BadInput
from tests.data.samples import write_idx


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    folder = cache_folder()
    folder.mkdir()
    return folder


def bytes_of(*shape):
    return np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)


def test_mnist(cache, tmp_path):
    x, y = bytes_of(50, 28, 28), np.arange(50, dtype=np.uint8) % 10
    np.savez(cache / "mnist.npz", x_train=x, y_train=y, x_test=x[:20], y_test=y[:20])
    dataset = load(KerasSet(name="mnist"), tmp_path)
    assert dataset.facts.rows == (40, 10, 20)
    assert dataset.facts.input_shape == (28, 28, 1)
    assert dataset.facts.class_names == tuple("0123456789")
    np.testing.assert_array_equal(dataset.test.x[..., 0], x[:20] / np.float32(255))


def test_fashion_mnist(cache, tmp_path):
    (cache / "fashion-mnist").mkdir()
    for part, rows in (("train", 50), ("t10k", 20)):
        write_idx(cache / "fashion-mnist" / f"{part}-images-idx3-ubyte.gz", bytes_of(rows, 28, 28))
        write_idx(cache / "fashion-mnist" / f"{part}-labels-idx1-ubyte.gz", np.arange(rows, dtype=np.uint8) % 10)
    dataset = load(KerasSet(name="fashion_mnist"), tmp_path)
    assert dataset.facts.rows == (40, 10, 20)
    assert dataset.facts.class_names[9] == "Ankle boot"


def cifar_batches(cache):
    folder = cache / "cifar-10-batches-py-target" / "cifar-10-batches-py"
    folder.mkdir(parents=True)
    for name in [f"data_batch_{i}" for i in range(1, 6)] + ["test_batch"]:
        batch = {b"data": bytes_of(20, 3072), b"labels": [i % 10 for i in range(20)]}
        (folder / name).write_bytes(pickle.dumps(batch))
    return folder


def test_cifar10(cache, tmp_path):
    cifar_batches(cache)
    dataset = load(KerasSet(name="cifar10"), tmp_path)
    assert dataset.facts.rows == (80, 20, 20)
    wanted = bytes_of(20, 3072)[0].reshape(3, 32, 32).transpose(1, 2, 0)
    np.testing.assert_array_equal(dataset.test.x[0], wanted / np.float32(255))


class Hostile:
    def __reduce__(self):
        return (exec, ("raise SystemExit('code ran')",))


def test_code_in_a_batch_never_runs(cache, tmp_path):
    folder = cifar_batches(cache)
    (folder / "test_batch").write_bytes(pickle.dumps({b"data": Hostile(), b"labels": []}))
    with pytest.raises(BadInput, match="exec"):
        load(KerasSet(name="cifar10"), tmp_path)


def test_imdb(cache, tmp_path):
    reviews = np.empty(40, object)
    reviews[:] = [[1, 5, 5, 20_000], [2, 3]] * 20
    np.savez(cache / "imdb.npz", x_train=reviews, y_train=np.arange(40) % 2, x_test=reviews, y_test=np.arange(40) % 2)
    dataset = load(KerasSet(name="imdb"), tmp_path)
    assert dataset.facts.rows == (32, 8, 40)
    np.testing.assert_array_equal(np.flatnonzero(dataset.test.x[0]), [0, 4])
    np.testing.assert_array_equal(np.flatnonzero(dataset.test.x[1]), [1, 2])
    assert "commonest words" in dataset.notes[0]


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/here" else 404)
        self.end_headers()
        self.wfile.write(b"numbers" * 100_000)

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    with http.server.HTTPServer(("127.0.0.1", 0), Answers) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_download_is_whole_and_checked_or_nothing(server, tmp_path):
    path = tmp_path / "new" / "file"
    digest = hashlib.sha256(b"numbers" * 100_000).hexdigest()
    with pytest.raises(BadInput, match="nothing was kept"):
        fetched(f"{server}/here", path, never, "0" * 64)
    with pytest.raises(Cancelled):
        fetched(f"{server}/here", path, lambda: True, digest)
    with pytest.raises(BadInput, match="Not Found"):
        fetched(f"{server}/gone", path, never, digest)
    assert list(path.parent.iterdir()) == []
    fetched(f"{server}/here", path, never, digest)
    assert path.read_bytes() == b"numbers" * 100_000


@pytest.fixture
def sets(tmp_path, monkeypatch):
    """A server of a small MNIST and Fashion-MNIST, and the folder it serves."""
    folder = tmp_path / "served"
    folder.mkdir()
    x, y = bytes_of(50, 28, 28), np.arange(50, dtype=np.uint8) % 10
    np.savez(folder / "mnist.npz", x_train=x, y_train=y, x_test=x[:20], y_test=y[:20])
    for part, rows in (("train", 50), ("t10k", 20)):
        write_idx(folder / f"{part}-images-idx3-ubyte.gz", x[:rows])
        write_idx(folder / f"{part}-labels-idx1-ubyte.gz", y[:rows])
    files = {path.name: path for path in folder.iterdir()}
    monkeypatch.setattr(keras_sets, "SHA256", {n: hashlib.sha256(p.read_bytes()).hexdigest() for n, p in files.items()})
    sizes = {name: path.stat().st_size for name, path in files.items()}
    fashion = {f"fashion-mnist/{name}": sizes[name] for name in keras_sets.FASHION_FILES}
    monkeypatch.setattr(keras_sets, "FILES", {"mnist": {"mnist.npz": sizes["mnist.npz"]}, "fashion_mnist": fashion})
    handler = functools.partial(Files, directory=str(folder))
    with http.server.HTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        monkeypatch.setattr(keras_sets, "ADDRESS", f"http://127.0.0.1:{running.server_port}/")
        yield folder
        running.shutdown()
        thread.join()


class Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist"])
def test_a_set_is_downloaded_once_with_its_progress(name, cache, sets, tmp_path):
    seen = []
    dataset = load(KerasSet(name=name), tmp_path, progress=seen.append)
    assert dataset.facts.rows == (40, 10, 20)
    assert seen == sorted(seen)
    assert 0 < seen[0] < 1
    for path in sets.iterdir():
        path.unlink()
    np.testing.assert_array_equal(load(KerasSet(name=name), tmp_path).train.x, dataset.train.x)


def test_a_download_is_given_up_when_asked(cache, sets, tmp_path):
    with pytest.raises(Cancelled):
        load(KerasSet(name="fashion_mnist"), tmp_path, lambda: True)
    assert [path for path in cache.rglob("*") if path.is_file()] == []


def test_a_file_that_is_not_the_one_it_should_be_is_not_kept(cache, sets, tmp_path):
    images = sets / "train-images-idx3-ubyte.gz"
    images.write_bytes(images.read_bytes() + b"more")
    with pytest.raises(BadInput, match="is not the file it should be; nothing was kept"):
        load(KerasSet(name="fashion_mnist"), tmp_path)
    assert [path for path in cache.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["mnist", "imdb", "cifar10", "fashion_mnist"])
def test_a_damaged_copy_says_to_delete_it(name, cache, tmp_path):
    for file in keras_sets.FILES[name]:
        (cache / file).parent.mkdir(exist_ok=True)
        (cache / file).write_bytes(b"half of it")
    with pytest.raises(BadInput) as refusal:
        load(KerasSet(name=name), tmp_path)
    assert str(refusal.value).startswith(f"The copy of {name} in {cache} is damaged (")
    assert str(refusal.value).endswith("); delete it and load again.")


def test_every_file_has_a_checksum():
    assert set(keras_sets.SHA256) == {name.rpartition("/")[2] for files in keras_sets.FILES.values() for name in files}


def test_offline_says_what_to_do(cache, tmp_path, monkeypatch):
    monkeypatch.setattr("nnviz.data.sources.keras_sets.ADDRESS", "http://127.0.0.1:9/")
    with pytest.raises(BadInput, match=r"mnist\.npz .*could not be downloaded.*save it as") as caught:
        load(KerasSet(name="mnist"), tmp_path)
    assert str(cache / "mnist.npz") in str(caught.value)
    assert list(cache.iterdir()) == []


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist", "cifar10", "imdb"])
def test_the_outline_is_that_of_the_set(name, cache, tmp_path):
    """What Keras documents of its sets: rows, shapes and classes, the same in every part."""
    shape, train, test = {
        "mnist": ((28, 28, 1), 60_000, 10_000),
        "fashion_mnist": ((28, 28, 1), 60_000, 10_000),
        "cifar10": ((32, 32, 3), 50_000, 10_000),
        "imdb": ((1000,), 25_000, 25_000),
    }[name]
    facts = outlined_facts(KerasSet(name=name, split=Split(validation=0.1)), tmp_path)
    assert facts.input_shape == shape
    assert facts.rows == (train - train // 10, train // 10, test)
    assert sum(facts.class_counts) == train - train // 10
    assert len(facts.class_names) == len(facts.class_counts) == (2 if name == "imdb" else 10)


@pytest.mark.parametrize("balance", ["none", "under", "over", "smote"])
def test_facts_without_loading_are_those_of_loading(balance, cache, tmp_path):
    x, y = bytes_of(80, 28, 28), np.arange(80, dtype=np.uint8) % 10
    y[60:] = 3
    np.savez(cache / "mnist.npz", x_train=x, y_train=y, x_test=x[:20], y_test=y[:20])
    spec = KerasSet(name="mnist", balance=balance)
    assert outlined_facts(spec, tmp_path) == load(spec, tmp_path).facts


def test_a_script_is_written_without_downloading(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(keras_sets, "download", None)
    for name in ("mnist", "imdb"):
        spec = KerasSet(name=name, balance="weights")
        script = data_script(spec, outlined_facts(spec, tmp_path), tmp_path)
        compile(script, name, "exec")
        assert ("mnist.load_data()" if name == "mnist" else "keras.utils.get_file('imdb.npz'") in script
        assert not list(cache.iterdir())
