"""The network as files of other runtimes: SavedModel, TensorFlow Lite, ONNX; each is run again before it counts."""
