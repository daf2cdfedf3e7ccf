"""Models that Keras saved, read as what they are: JSON and arrays, through our own catalogue and never by Keras."""
