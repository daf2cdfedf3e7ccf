"""How it learns: the recipe, the messages between window and engine, the history of a run."""
