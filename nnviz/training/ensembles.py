"""What window and engine say of an ensemble: trained networks that answer together."""

from __future__ import annotations

import msgspec

from nnviz.sentences import Told
from nnviz.training.pictures import Message


class Member(msgspec.Struct, frozen=True):
    """One of the networks.

    Attributes:
        project: its JSON form.
        weights: the file of its weights.
    """

    project: bytes
    weights: str


class JudgeEnsemble(Message, frozen=True):
    """Judge *members*, all of the same data, alone and together; answered by ``EnsembleJudged``.

    An empty list gives up what is being judged.

    Attributes:
        number: comes back with the answer.
        base: the folder that relative paths of the data start from.
    """

    number: int
    members: tuple[Member, ...]
    base: str


class Judged(msgspec.Struct, frozen=True):
    """How good one answer is.

    Attributes:
        what: ``member``, ``average``, ``vote`` or ``deciding``.
        scores: the part of the data (``train``, ``validation``, ``test``) -> figure -> value.
    """

    what: str
    scores: dict[str, dict[str, float]]


class EnsembleJudged(Message, frozen=True):
    """How good the members are, in their order, and then the ensemble in each way there is.

    Attributes:
        done: how much of the work is done, from 0 to 1; below 1 nothing else is said yet.
        agreement: the part of the data -> the share of the samples on which all members decide alike.
        refused: why there is no answer; empty where there is one.
    """

    number: int
    done: float = 1.0
    judged: tuple[Judged, ...] = ()
    agreement: dict[str, float] = msgspec.field(default_factory=dict)
    refused: Told = ""
