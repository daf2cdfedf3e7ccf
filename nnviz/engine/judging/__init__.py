"""Judging a network on a part of the data, beside its training."""
