"""Where it learns: the Keras process with its build, its fused loop, its probes and its exports."""
