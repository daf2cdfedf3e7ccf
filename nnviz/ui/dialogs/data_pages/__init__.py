"""What the data chooser shows of one source, and how it is parted and prepared."""
