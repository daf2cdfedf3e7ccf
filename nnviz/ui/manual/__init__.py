"""The manual in the window: its pages, and the page of what has the focus."""
