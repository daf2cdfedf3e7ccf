"""nnviz: build neural networks by drawing them, train them with Keras, watch them learn."""

__version__ = "0.1.0"
