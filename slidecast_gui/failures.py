"""An exception of any kind, as the presenter is told of it."""

from __future__ import annotations

import errno
import traceback
from dataclasses import dataclass

from slidecast_gui.errors import SlidecastError
from slidecast_gui.system.space import DISK_FULL

INTERNAL = "internal"
"""The kind of a failure that is our own."""


@dataclass(frozen=True, slots=True)
class Failure:
    """`kind` is a stable word for programs, `detail` technical text of any length, `slide` the one it is about."""

    kind: str
    sentence: str
    detail: str
    slide: int | None = None


def failure_of(error: BaseException) -> Failure:
    """What is told of an exception: the world's errors in a sentence, ours with the whole traceback."""
    detail = "".join(traceback.format_exception(error))
    match error:
        case SlidecastError():
            return Failure(error.kind, error.sentence, error.detail, error.slide)
        case MemoryError():
            kind = "out-of-memory"
            sentence = "There was not enough memory for this deck; close other programs or choose a smaller size."
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            kind = DISK_FULL
            sentence = "The disk is full; make some space, and the job goes on from what is finished so far."
        case OSError() if error.filename is not None:
            kind = "file-access"
            sentence = f"“{error.filename}” could not be read or written; check that it is there and not in use."
        case _:
            kind = INTERNAL
            sentence = "Something went wrong inside Slidecast; retry, and report the details if it happens again."
    return Failure(kind, sentence, detail)
