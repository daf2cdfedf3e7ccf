"""What is wrong with a run, from its own figures: pure functions from a ``Case`` to findings with remedies."""

from nnviz.training.diagnosis.case import Case
from nnviz.training.diagnosis.diagnose import diagnose
from nnviz.training.diagnosis.findings import Code, Drawn, Evidence, Finding, Line, Remedy

__all__ = ["Case", "Code", "Drawn", "Evidence", "Finding", "Line", "Remedy", "diagnose"]
