"""What the window wants built, what stands in the engine already, and what is to follow when it stands."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec

from nnviz.training.messages import Command, Prepare, Reset, Step, Train


@lru_cache(maxsize=8)  # what is drawn, what was asked for and what stands are compared again and again
def fingerprint(project_json: bytes, base: str, with_epochs: bool = False) -> str:
    """Equal for projects that train the same network on the same data in the same way.

    Where the layers stand on the diagram does not matter, nor their groups, nor how long the network is to be trained,
    unless *with_epochs*: an exported script names that too.
    """
    project = json.loads(project_json)
    network = project.get("network", {})
    network.pop("groups", None)
    for layer in network.get("layers", ()):
        layer.pop("at", None)
    if not with_epochs:
        project.get("training", {}).pop("epochs", None)
    text = json.dumps([project, base], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Wish:
    """A network that is to stand, and what is to follow.

    Attributes:
        command: what makes it stand, answered by ``Built`` or ``Refused``.
        fingerprint: what the engine holds then.
        exact: the same with the number of epochs.
        project: the project's JSON form.
        then: the commands that follow; they are dropped when it is refused.
    """

    command: Prepare | Reset
    fingerprint: str
    exact: str
    project: bytes
    then: tuple[Command, ...] = ()

    @property
    def fresh(self) -> bool:
        """Whether it starts from other weights than those that stand."""
        return isinstance(self.command, Reset) or not self.command.keep or self.command.weights is not None


def wish_for(prepare: Prepare, *then: Command) -> Wish:
    """The wish that *prepare* makes come true."""
    return Wish(
        prepare,
        fingerprint(prepare.project, prepare.base),
        fingerprint(prepare.project, prepare.base, with_epochs=True),
        prepare.project,
        then,
    )


class Plan:
    """One thing is built at a time; of what is asked for meanwhile only the last is built, but all follows.

    A start from other weights that waits is never skipped: what is asked for behind it is built on top of it.

    Attributes:
        standing: what the engine holds.
        building: what it is making of it.
        waiting: what comes after that, in this order: a fresh start, and what goes on from it; or one of the two.
    """

    def __init__(self) -> None:
        self.standing: Wish | None = None
        self.building: Wish | None = None
        self.waiting: tuple[Wish, ...] = ()
        self._abandoned = False  # no one waits for what is being built

    def stands(self, wish: Wish, exactly: bool = False) -> bool:
        """Whether the engine holds what *wish* asks for, and nothing else is on its way."""
        if self.building is not None or self.standing is None:
            return False
        if exactly:
            return self.standing.exact == wish.exact
        return self.standing.fingerprint == wish.fingerprint

    def want(self, wish: Wish) -> Prepare | Reset | None:
        """Put *wish* on the plan; the command that must be sent for it now, if any."""
        if self.building is None:
            self.building = wish
            return wish.command
        line = (self.building, *self.waiting)
        # It replaces what waits, but not the fresh start that it is to go on from.
        kept = 1 if wish.fresh else 1 + sum(waiting.fresh for waiting in self.waiting)
        last, dropped = line[kept - 1], line[kept:]
        then = tuple(command for gone in dropped for command in gone.then) + wish.then
        if last.exact == wish.exact and not wish.fresh and not (self._abandoned and kept == 1):
            line = (*line[: kept - 1], replace(last, then=last.then + then))
        else:
            # Training goes on in the newest network: begun before, it would be broken off to build that one.
            then = tuple(command for command in last.then if _trains(command)) + then
            line = (*line[: kept - 1], _calm(last), replace(wish, then=then))
        self.building, self.waiting = line[0], line[1:]
        return None

    def came_true(self) -> tuple[Command, ...]:
        """What was being built stands; what follows."""
        wish, self.building = self.building, None
        if wish is None:
            return ()
        self.standing = None if self._abandoned else wish
        self._abandoned = False
        return wish.then

    def refused(self, given_up: bool = False) -> None:
        """What was being built does not stand; what stood before does.

        What was to go on from a fresh start starts afresh itself, and not from what stood before. Where it was to
        start from a file, perhaps only that cannot be used: it is built without it next, unless a person gave it up.
        """
        refused = self.building
        if refused is not None and refused.fresh:
            self.waiting = tuple(_afresh(wish) for wish in self.waiting)
            if not (self.waiting or given_up or self._abandoned):
                self.waiting = _without_file(refused)
        self.building, self._abandoned = None, False

    def next(self) -> Wish | None:
        """The first wish that waits, taken off the plan."""
        if not self.waiting:
            return None
        wish, *rest = self.waiting
        self.waiting = tuple(rest)
        return wish

    def drop_training(self) -> None:
        """What is to be built is built, but no training follows."""
        if self.building is not None:
            self.building = _calm(self.building)
        self.waiting = tuple(_calm(wish) for wish in self.waiting)

    def abandon(self) -> None:
        """Nothing that stands, is being built or waits is of interest any more."""
        self.standing, self.waiting = None, ()
        if self.building is not None:
            self.building, self._abandoned = replace(self.building, then=()), True

    def clear(self) -> None:
        """The engine is gone, and with it all it held."""
        self.standing = self.building = None
        self.waiting, self._abandoned = (), False

    @property
    def overtaken(self) -> bool:
        """Whether what is being built is of no interest any more: abandoned, or a fresh start waits behind it."""
        return self._abandoned or any(wish.fresh for wish in self.waiting)

    @property
    def trains(self) -> bool:
        """Whether training is to follow."""
        wishes = (*((self.building,) if self.building is not None else ()), *self.waiting)
        return any(_trains(command) for wish in wishes for command in wish.then)


def _trains(command: Command) -> bool:
    return isinstance(command, Train | Step)


def _afresh(wish: Wish) -> Wish:
    if wish.fresh or isinstance(wish.command, Reset):
        return wish
    return replace(wish, command=msgspec.structs.replace(wish.command, keep=False))


def _without_file(wish: Wish) -> tuple[Wish, ...]:
    """*wish* from its initial weights, where it was to start from a file."""
    if isinstance(wish.command, Reset) or wish.command.weights is None:
        return ()
    return (replace(wish, command=msgspec.structs.replace(wish.command, weights=None, epoch=0)),)


def _calm(wish: Wish) -> Wish:
    return replace(wish, then=tuple(command for command in wish.then if not _trains(command)))
