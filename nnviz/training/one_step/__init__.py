"""One step of training by hand: every number on the way through a small network and back, in plain numpy.

``given`` holds what a step starts from, ``walk`` does it, ``steps`` are what it comes to, and ``formulas`` and
``grids`` put it in writing. All arithmetic is float64; the engine's own is float32.
"""
