"""What it learns from: sources, preparation, splits."""
