"""A run at any epoch: its snapshots in memory, and the network as it was."""
