"""How good a network is on a part of the data: figures, curves and its worst mistakes. Pure functions and messages."""
