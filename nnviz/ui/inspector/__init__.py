"""The right side of the window: the selected layer, the recipe, the script."""
