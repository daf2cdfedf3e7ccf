"""Pictures: folders of them, columns of pixels, and one that was drawn."""
