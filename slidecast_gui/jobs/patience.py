"""Waiting for a list of jobs that cannot be used for a while: what was rendered meanwhile must not be lost to it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TypeVar

from slidecast_gui.jobs.errors import StoreError, StoreErrorKind

logger = logging.getLogger(__name__)

TRY_AGAIN_AFTER_S = 2.0
_LASTING = (StoreErrorKind.DAMAGED, StoreErrorKind.NEWER)

_Result = TypeVar("_Result")


def patiently(do: Callable[[], _Result], given_up: threading.Event, say: Callable[[str], None]) -> _Result:
    """What `do` returns, tried again until the list can be used; `say` gets the sentence once.

    Raises StoreError where waiting does not help, and once `given_up` is set; whatever else `do` raises.
    """
    said = ""
    while True:
        try:
            return do()
        except StoreError as error:
            logger.warning("the list of jobs cannot be used: %s", error.detail)
            if error.reason in _LASTING or given_up.is_set():
                raise
            if error.sentence != said:
                said = error.sentence
                say(said)
        # Given up meanwhile: one more try, as the end of what was cancelled is worth writing too.
        given_up.wait(TRY_AGAIN_AFTER_S)
