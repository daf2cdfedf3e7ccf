"""What you see: the window, the diagram, the panes and the dialogs."""
