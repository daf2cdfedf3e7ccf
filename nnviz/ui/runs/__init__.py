"""The runs of the project: their list, their curves on shared axes, comparisons and races."""
