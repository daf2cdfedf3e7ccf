"""Output shapes, layer by layer, as Keras has them, in plain Python: one module for each family of layers."""
