"""The slider through the epochs of a run, under the window."""
