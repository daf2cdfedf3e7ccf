"""The training loop: Keras's own steps in graphs, plain and compiled, in pieces of some 20 ms."""
