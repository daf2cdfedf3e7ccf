"""What the window wants built, what stands in the engine already, and what is to follow when it stands."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

from nnviz.training.messages import Command, Prepare, Reset, Step, Train


def fingerprint(project_json: bytes, base: str, with_epochs: bool = False) -> str:
    """Equal for projects that train the same network on the same data in the same way.

    Where the layers stand on the diagram does not matter, nor how long the network is to be trained, unless
    *with_epochs*: an exported script names that too.
    """
    project = json.loads(project_json)
    for layer in project.get("network", {}).get("layers", ()):
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
        then: the commands that follow; they are dropped when it is refused.
    """

    command: Prepare | Reset
    fingerprint: str
    exact: str
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
        then,
    )


class Plan:
    """One thing is built at a time; of what is asked for meanwhile only the last is built, but all follows.

    Attributes:
        standing: what the engine holds.
        building: what it is making of it.
        waiting: what comes after that.
    """

    def __init__(self) -> None:
        self.standing: Wish | None = None
        self.building: Wish | None = None
        self.waiting: Wish | None = None

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
        earlier = self.waiting.then if self.waiting is not None else ()
        if self.building.exact == wish.exact and not wish.fresh:
            self.building = replace(self.building, then=self.building.then + earlier + wish.then)
            self.waiting = None
        else:
            self.waiting = replace(wish, then=earlier + wish.then)
        return None

    def came_true(self) -> tuple[Command, ...]:
        """What was being built stands; what follows."""
        wish, self.building = self.building, None
        if wish is None:
            return ()
        self.standing = wish
        return wish.then

    def refused(self) -> None:
        """What was being built does not stand; what stood before does."""
        self.building = None

    def next(self) -> Wish | None:
        """The wish that waits, taken off the plan."""
        wish, self.waiting = self.waiting, None
        return wish

    def drop_followers(self) -> None:
        """Nothing follows what is being built."""
        self.waiting = None
        if self.building is not None:
            self.building = replace(self.building, then=())

    def clear(self) -> None:
        """The engine is gone, and with it all it held."""
        self.standing = self.building = self.waiting = None

    @property
    def trains(self) -> bool:
        """Whether training is to follow."""
        wishes = [wish for wish in (self.building, self.waiting) if wish is not None]
        return any(isinstance(command, Train | Step) for wish in wishes for command in wish.then)
