"""The data part of a standalone script."""
