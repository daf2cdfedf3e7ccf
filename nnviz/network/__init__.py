"""What you draw: the layer catalogue, the frozen network, edits, shape inference, problems."""
