"""The same work done by others, to compare with: JAX, PyTorch, scikit-learn, numpy by hand; none imports TensorFlow."""
