"""This engine against model.fit, and against others where they are installed."""
