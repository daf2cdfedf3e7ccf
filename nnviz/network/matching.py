"""Which layer of a network was which layer of the network before an edit."""

from __future__ import annotations

from nnviz.network.spec import NetworkSpec


def renamed(before: NetworkSpec, after: NetworkSpec) -> dict[str, str]:
    """New id -> old id of every layer of *after* that is new by its id alone: same kind, same neighbours."""
    gone = [layer for layer in before.layers if not after.has(layer.id)]
    found: dict[str, str] = {}
    for layer in after.layers:
        if before.has(layer.id):
            continue
        place = (layer.kind, set(after.sources(layer.id)), set(after.targets(layer.id)))
        for old in gone:
            if (old.kind, set(before.sources(old.id)), set(before.targets(old.id))) == place:
                found[layer.id] = old.id
                gone.remove(old)
                break
    return found
