"""The test part, judged once when a run has ended well."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.engine.process import sentences
from nnviz.engine.process.unforeseen import report
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.training.messages import Unforeseen


def tested(session: Session, send: Callable[[Unforeseen], object]) -> tuple[dict[str, float], str]:
    """The scores on the test part, and the same to follow a sentence; the run has ended well even without."""
    try:
        test = session.evaluate("test")
    except BadInput as error:  # rows on a disk may be gone by now
        return {}, f" {error}"
    except Exception as error:
        report(send, "Test", error)
        return {}, f" {sentences.unforeseen('The test', error)}"
    return test, sentences.tested(test)
