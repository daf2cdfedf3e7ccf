"""Single words that stand in several of this room's sentences, each a ``Sentence`` so that it is translated too."""

from __future__ import annotations

from nnviz.network.facts import Task
from nnviz.sentences import Sentence

NOTHING = Sentence("nothing")
VALIDATION, TEST = Sentence("validation"), Sentence("test")
# What a missing value may be filled with, and what a target may be.
FIGURES = {"median": Sentence("median"), "mean": Sentence("mean"), "most_frequent": Sentence("most frequent value")}
TASKS: dict[Task, Sentence] = {
    "regression": Sentence("regression"),
    "binary": Sentence("binary"),
    "classes": Sentence("classes"),
    "labels": Sentence("labels"),
}
