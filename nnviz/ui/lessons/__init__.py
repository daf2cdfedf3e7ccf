"""The lessons in the window: their list, the text of the one that is open, and where its links lead."""
