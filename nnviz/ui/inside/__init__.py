"""Looking inside the network: which sample and which unit, and what the engine says of them, for all views."""
