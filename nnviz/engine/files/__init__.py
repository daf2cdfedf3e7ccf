"""What the engine writes and reads: weights, runs, models, logs of TensorBoard."""
