"""The other side of `child.RenderChild`: this process renders one deck and tells its parent how it goes.

Stdin carries the spec as its first line, then "cancel" when the render is to stop; its end means that the parent is
gone. Stdout carries events as JSON lines and nothing else. Stderr is for people.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import replace
from io import FileIO

import psutil

from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.events import Event, Finished, Outcome, to_json
from slidecast_gui.jobs.child import CANCEL_LINE
from slidecast_gui.render import make_video
from slidecast_gui.space import DISK_FULL, DiskFull
from slidecast_gui.spec import RenderSpec

logger = logging.getLogger(__name__)

ORPHAN_GRACE_S = 5.0
_NICE = 5
"""Of -20 to 19 (POSIX `nice`): enough to give way to what has the usual 0, and not to everything."""
_EXIT_USAGE = 2
_EXIT_ORPHAN = 3


def main() -> int:
    """Render the spec that comes on stdin; returns the exit code, 0 also for a render that failed and said so."""
    _give_way()
    speaker = _Speaker()
    faulthandler.enable(sys.stderr)
    # Unbuffered, because a daemon thread that waits in a buffered read aborts the interpreter when it ends.
    control = FileIO(0, closefd=False)
    try:
        spec = RenderSpec.from_json(control.readline().decode("utf-8"))
    except (ValueError, TypeError, KeyError, SlidecastError) as error:
        sys.stderr.write(f"render-child is started by Slidecast itself; its first line was not a job: {error}\n")
        return _EXIT_USAGE
    cancelled = threading.Event()
    threading.Thread(target=_listen, args=(control, cancelled), daemon=True, name="control").start()
    speaker.on_broken = cancelled.set
    speaker.say(render_to_the_end(spec, speaker.say, cancelled))
    return 0


def render_to_the_end(spec: RenderSpec, report: Callable[[Event], None], cancelled: threading.Event) -> Finished:
    """The render's end, as a value: an error of any kind becomes a `Finished` that words it."""
    try:
        return make_video(spec, report, cancelled.is_set)
    except BaseException as error:
        # BaseException, because a panic in a Rust library is none of Exception's children.
        finished = failure(error)
        if finished.error_kind == "internal":
            logger.exception("the render of job %s failed", spec.job_id)
        return finished


def failure(error: BaseException) -> Finished:
    """What is told of an exception: the world's errors in a sentence, ours with the whole traceback."""
    detail = "".join(traceback.format_exception(error))
    match error:
        case DiskFull():
            told = Finished(Outcome.FAILED, error=error.sentence, error_kind=error.kind, error_detail=error.detail)
            return replace(told, needed=error.needed, needed_in=str(error.folder))
        case Cancelled():
            return Finished(Outcome.CANCELLED)
        case SlidecastError():
            kind, sentence, detail = error.kind, error.sentence, error.detail
        case MemoryError():
            kind = "out-of-memory"
            sentence = "There was not enough memory for this deck; close other programs or choose a smaller preset."
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            kind = DISK_FULL
            sentence = "The disk is full; make some space, and the job goes on from what is finished so far."
        case OSError() if error.filename is not None:
            kind = "file-access"
            sentence = f"“{error.filename}” could not be read or written; check that it is there and not in use."
        case _:
            kind = "internal"
            sentence = "Something went wrong inside Slidecast; retry, and report the details if it happens again."
    return Finished(Outcome.FAILED, error=sentence, error_kind=kind, error_detail=detail)


def _give_way() -> None:
    """Lets the window, and whatever else the presenter does meanwhile, have the processor first."""
    polite = psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else _NICE
    try:
        psutil.Process().nice(polite)
    except (psutil.Error, OSError) as error:
        logger.info("the render keeps its priority: %s", error)


class _Speaker:
    """Writes events to what was stdout when the process began.

    Descriptor 1 itself is turned to stderr: a library that prints, in Python or in C, cannot break the protocol.
    """

    def __init__(self) -> None:
        self.on_broken: Callable[[], None] = lambda: None
        self._lock = threading.Lock()
        self._pipe = FileIO(os.dup(1), "wb")
        os.dup2(2, 1)
        sys.stdout = sys.stderr

    def say(self, event: Event) -> None:
        """Write one line; may be called from any thread. A parent that no longer listens ends the render."""
        line = memoryview(to_json(event).encode("utf-8") + b"\n")
        try:
            with self._lock:
                while line:
                    line = line[self._pipe.write(line) or 0 :]
        except OSError:
            self.on_broken()


def _listen(control: FileIO, cancelled: threading.Event) -> None:
    """Waits for the word to stop. When the parent is gone nobody could stop a render that hangs: it stops itself."""
    for line in control:
        if line.strip() == CANCEL_LINE.encode():
            cancelled.set()
    cancelled.set()
    threading.Event().wait(ORPHAN_GRACE_S)
    os._exit(_EXIT_ORPHAN)
