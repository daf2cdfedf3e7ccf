"""Other sources: built-in sets, arrays, MNIST's format, downloads, series in the order of time."""
