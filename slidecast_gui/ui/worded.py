"""What the world does to the window's work (a locked database, a full disk) becomes a sentence in its banner."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from slidecast_gui.errors import SlidecastError
from slidecast_gui.ui.banner import Banner

_log = logging.getLogger(__name__)


class HasBanner(Protocol):
    """A window that can say something."""

    banner: Banner


_Window = TypeVar("_Window", bound=HasBanner)
_Arguments = ParamSpec("_Arguments")


def worded(
    method: Callable[Concatenate[_Window, _Arguments], None],
) -> Callable[Concatenate[_Window, _Arguments], None]:
    """Lets a method of a window say what went wrong, instead of raising it into Qt's event loop."""

    @wraps(method)
    def said(window: _Window, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> None:
        try:
            method(window, *args, **kwargs)
        except SlidecastError as error:
            _log.warning("%s: %s %s", error.kind, error.sentence, error.detail)
            window.banner.say([error.sentence])

    return said
