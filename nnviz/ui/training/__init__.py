"""The run on screen: what its buttons do, what is shown of it, and the way back to any of its epochs."""
