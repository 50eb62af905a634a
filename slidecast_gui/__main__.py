"""`python -m slidecast_gui` is `slidecast-gui`."""

import sys

from slidecast_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
