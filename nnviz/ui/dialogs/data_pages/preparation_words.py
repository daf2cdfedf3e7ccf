"""Tasks, scalings and balances in plain words."""

from __future__ import annotations

from nnviz.ui.language import translate


def tasks() -> dict[str, str]:
    """What the target can ask for."""
    return {
        "regression": translate("PreparationForm", "numbers"),
        "binary": translate("PreparationForm", "yes or no"),
        "classes": translate("PreparationForm", "classes"),
        "labels": translate("PreparationForm", "labels"),
        "reconstruction": translate("PreparationForm", "the sample itself"),
    }


def scales() -> dict[str, str]:
    """How numbers can be scaled."""
    return {
        "none": translate("PreparationForm", "none"),
        "standard": translate("PreparationForm", "standard"),
        "minmax": translate("PreparationForm", "0 to 1"),
        "255": translate("PreparationForm", "÷ 255"),
    }


def balances() -> dict[str, tuple[str, str]]:
    """How uneven classes can be evened out, and what that does."""
    return {
        "none": (translate("Balance", "as they are"), translate("Balance", "Every row counts the same.")),
        "weights": (
            translate("Balance", "class weights"),
            translate("Balance", "An error on a rare class counts for more; the rows stay what they are."),
        ),
        "under": (
            translate("Balance", "fewer of the frequent"),
            translate("Balance", "Rows of frequent classes are left out by lot, until all classes have as many."),
        ),
        "over": (
            translate("Balance", "more of the rare"),
            translate("Balance", "Rows of rare classes are repeated by lot, until all classes have as many."),
        ),
        "smote": (
            translate("Balance", "SMOTE"),
            translate("Balance", "New rows of rare classes are made between neighbouring ones; only in training."),
        ),
    }
