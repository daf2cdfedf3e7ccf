"""Combinations that Keras accepts and that make no sense."""
