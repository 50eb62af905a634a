"""Python's search for cycles of objects that nothing else holds: a window would stand still meanwhile."""

from __future__ import annotations

import gc


def hold_collector() -> None:
    """Puts the search off while a program starts: what it makes then is to stay."""
    gc.disable()


def release_collector() -> None:
    """Goes on with it, but for what is there now: modules, types and widgets stay as long as the program.

    To look through all these takes 40 ms each time.
    """
    gc.freeze()
    gc.enable()
