"""What a changed network starts with of the one that was trained: pure numpy, no Keras.

``grow`` follows every unit of the trained network into the changed one, layer by layer, and says of each weight which
number it starts with. Widening and deepening may keep the function: Chen, Goodfellow, Shlens, "Net2Net: Accelerating
Learning via Knowledge Transfer", ICLR 2016.
"""

from nnviz.training.growing.grow import Growth, grow
from nnviz.training.growing.past import Side
from nnviz.training.growing.report import Carried, Counts

__all__ = ["Carried", "Counts", "Growth", "Side", "grow"]
