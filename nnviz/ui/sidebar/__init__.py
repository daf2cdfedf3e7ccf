"""The left side of the window: the data card and the layer palette."""
