"""Weights that a person sets by hand: the gesture, the sheet, the step of undo, and the engine."""
