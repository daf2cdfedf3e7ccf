"""The live views: curves, weights, decision surface."""
