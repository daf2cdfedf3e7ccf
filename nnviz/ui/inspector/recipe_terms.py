"""The words of the recipe: what each part is called, what Keras calls it, and one sentence that explains it."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.training.methods.terms import METHODS
from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES, Argument
from nnviz.training.suggest import LOSSES, METRICS
from nnviz.ui.inspector.wording import english_label, english_words
from nnviz.ui.language import said, translate, worded


@dataclass(frozen=True)
class Term:
    """One part of the recipe, in English.

    Attributes:
        name: Keras's name, or the JSON form's.
        label: what stands beside its field.
        doc: one sentence.
        context: where the label is translated; None for a person's own word. The sentence is translated as ``Recipe``.
    """

    name: str
    label: str
    doc: str
    context: str | None = "Recipe"

    @property
    def title(self) -> str:
        """The label in the window's language."""
        return said(self.words)

    @property
    def words(self) -> str:
        """The same for the name of a step of undo."""
        return self.label if self.context is None else worded(self.context, self.label)

    @property
    def sentence(self) -> str:
        """The sentence in the window's language."""
        return translate("Recipe", self.doc)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """What can be said of it: (context, English text)."""
        return ((self.context or "Recipe", self.label), ("Recipe", self.doc))


_TERMS = (
    Term("loss", "Loss", "The number that training makes small; it follows the task until you choose one."),
    Term("metrics", "Metrics", "Scores to watch that training itself does not use."),
    Term("method", "Method", "How it learns: from answers, or in a way of its own, with a step of its own."),
    Term("optimizer", "Optimizer", "The rule that moves the weights after each batch."),
    Term("learning_rate", "Learning rate",
         "How far each step moves the weights; too large jumps about, too small takes long."),
    Term("schedule", "Schedule", "Whether the learning rate stays the same or changes from batch to batch."),
    Term("boundaries", "Steps", "After how many batches which learning rate holds; the points can be dragged as well."),
    Term("epochs", "Epochs", "How often training goes through all rows."),
    Term("batch_size", "Batch size", "Rows per step; small batches step more often, large ones more surely."),
    Term("shuffle", "Shuffle", "Takes the rows in a new order in every epoch."),
    Term("seed", "Seed", "Where chance starts: the same seed gives the same weights, order and dropout, the same run."),
    Term("class_weight", "Class weights", "How much a row of each class counts: rare classes are not overlooked."),
    Term("stop_early", "Stop early", "Ends the run when the watched value no longer gets better."),
    Term("monitor", "Watch", "The value that has to get better."),
    Term("patience", "Patience", "How many epochs it may go without getting better."),
    Term("min_delta", "Least gain", "What counts as better: a gain of less than this does not."),
    Term("restore_best", "Restore best", "Ends with the weights of the best epoch, not the last."),
    Term("reduce_on_plateau", "Reduce", "Makes the learning rate smaller when the watched value gets no better."),
    Term("factor", "Factor", "What the learning rate is multiplied by."),
    Term("cooldown", "Rest", "Epochs after a reduction in which nothing is counted."),
    Term("min_lr", "Least rate", "The learning rate is never reduced below this."),
    Term("validation", "Validation %",
         "The share of rows held back to see how well the network does on what it has not learned from."),
    Term("test", "Test %", "The share of rows kept for a last check; nothing is decided by them."),
    Term("scale", "Scaling", "How the inputs are brought to a size that networks learn from."),
    Term("balance", "Balance", "How classes of unequal size are evened out in the training part."),
    Term("stratify", "Keep shares", "Every part gets the same share of each class."),
    Term("split_seed", "Split seed", "Which rows go into which part: the same seed, the same parts."),
)  # fmt: skip
TERMS: dict[str, Term] = {term.name: term for term in _TERMS}


def term_of(argument: Argument) -> Term:
    """The term of an argument of an optimizer or a schedule."""
    return Term(argument.name, english_label(argument.name), argument.doc, "Inspector")


def optimizer_texts() -> tuple[tuple[str, str], ...]:
    """What can be said of every optimizer, to be found by."""
    return tuple(("Recipe", text) for rule in OPTIMIZERS.values() for text in (rule.kind, rule.doc))


def schedule_texts() -> tuple[tuple[str, str], ...]:
    """What can be said of every schedule and its arguments."""
    found = []
    for rule in SCHEDULES.values():
        found += [("Recipe", rule.kind), ("Recipe", english_schedule(rule.kind)), ("Recipe", rule.doc)]
        for argument in rule.args:
            found += [("Recipe", argument.name), *term_of(argument).texts()]
    return tuple(found)


def method_texts() -> tuple[tuple[str, str], ...]:
    """What can be said of every method and its arguments."""
    found = []
    for kind in METHODS:
        found += [("Recipe", kind.label), ("Recipe", kind.doc)]
        for argument in kind.args:
            found += [("Recipe", argument.label), ("Recipe", argument.doc)]
    return tuple(found)


def loss_texts() -> tuple[tuple[str, str], ...]:
    """What can be said of every loss."""
    return tuple(("Recipe", text) for name, (doc, _) in LOSSES.items() for text in (name, english_words(name), doc))


def metric_texts() -> tuple[tuple[str, str], ...]:
    """What can be said of every metric."""
    return tuple(("Recipe", text) for name, doc in METRICS.items() for text in (name, english_words(name), doc))


def english_schedule(kind: str) -> str:
    """``CosineDecayRestarts`` in words: ``cosine decay restarts``."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind).strip()


def schedule_title(kind: str) -> str:
    """The same in the window's language."""
    return translate("Recipe", english_schedule(kind))
