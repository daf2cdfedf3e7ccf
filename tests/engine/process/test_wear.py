"""A process that has compiled much compiles no more, and says that it is worn."""

from __future__ import annotations

from nnviz.engine.process import wear


def test_a_fresh_process_is_not_worn():
    assert 0 <= wear._share_of_mappings() < wear.WORN
    assert not wear.exhausted()


def test_mappings_wear_it(monkeypatch, tmp_path):
    limit = tmp_path / "max_map_count"
    monkeypatch.setattr(wear, "_LIMIT", limit)
    mappings = wear._MAPS.read_text().count("\n")
    for share, worn, exhausted in ((0.2, False, False), (0.6, True, False), (0.95, True, True)):
        limit.write_text(f"{round(mappings / share)}\n")
        assert (wear.worn(), wear.exhausted()) == (worn, exhausted)


def test_many_networks_wear_it_which_are_still_compiled(monkeypatch):
    for networks, worn in ((10, False), (200, True)):
        monkeypatch.setattr(wear, "networks", networks)
        assert (wear.worn(), wear.exhausted()) == (worn, False)


def test_compiled_graphs_wear_it_where_mappings_cannot_be_counted(monkeypatch, tmp_path):
    monkeypatch.setattr(wear, "_MAPS", tmp_path / "missing")
    for compiled, worn, exhausted in ((3, False, False), (400, True, False), (1000, True, True)):
        monkeypatch.setattr(wear, "compiled", compiled)
        assert (wear.worn(), wear.exhausted()) == (worn, exhausted)
