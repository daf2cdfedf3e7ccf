"""What goes on inside a network: activations, single units, and the network without some of them."""
