"""What goes on inside a network: the activations of one sample, single units, and what it is without some of them."""
