"""Ways to train other than from samples with their answers: what they are, and what they need of network and data."""
