"""Where the bundled program starts; ``nnviz engine`` is this same program with that word."""

import sys

from nnviz.__main__ import main

sys.exit(main())
