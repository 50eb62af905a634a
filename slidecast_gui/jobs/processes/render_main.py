"""The other side of `render_child.RenderChild`: this process renders one deck and tells its parent how it goes.

Stdin carries the spec as its first line, then "cancel" when the render is to stop; stdout carries events as JSON lines.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import replace

from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.events import Event, Finished, Outcome, to_json
from slidecast_gui.failures import INTERNAL, failure_of
from slidecast_gui.jobs.processes.render_child import CANCEL_LINE
from slidecast_gui.render import make_video
from slidecast_gui.spec import RenderSpec
from slidecast_gui.system.space import DiskFull
from slidecast_gui.system.talking import Parent, Speaker

logger = logging.getLogger(__name__)

ORPHAN_GRACE_S = 5.0
_EXIT_USAGE = 2


def main() -> int:
    """Render the spec that comes on stdin; returns the exit code, 0 also for a render that failed and said so."""
    speaker = Speaker()
    faulthandler.enable(sys.stderr)
    parent = Parent()
    try:
        spec = RenderSpec.from_json(parent.first_line())
    except (ValueError, TypeError, KeyError, SlidecastError) as error:
        sys.stderr.write(f"render-child is started by Slidecast itself; its first line was not a job: {error}\n")
        return _EXIT_USAGE
    cancelled = threading.Event()

    def heard(line: str) -> None:
        if line == CANCEL_LINE:
            cancelled.set()

    def report(event: Event) -> None:
        speaker.say(to_json(event))

    parent.listen(heard, cancelled.set, ORPHAN_GRACE_S)
    speaker.on_broken = cancelled.set
    report(render_to_the_end(spec, report, cancelled))
    return 0


def render_to_the_end(spec: RenderSpec, report: Callable[[Event], None], cancelled: threading.Event) -> Finished:
    """The render's end, as a value: an error of any kind becomes a `Finished` that words it."""
    try:
        return make_video(spec, report, cancelled.is_set)
    except BaseException as error:
        # BaseException, because a panic in a Rust library is none of Exception's children.
        finished = failure(error)
        if finished.error_kind == INTERNAL:
            logger.exception("the render of job %s failed", spec.job_id)
        return finished


def failure(error: BaseException) -> Finished:
    """What is told of an exception."""
    if isinstance(error, Cancelled):
        return Finished(Outcome.CANCELLED)
    why = failure_of(error)
    told = Finished(Outcome.FAILED, error=why.sentence, error_kind=why.kind, error_detail=why.detail, slide=why.slide)
    if isinstance(error, DiskFull):
        return replace(told, needed=error.needed, needed_in=str(error.folder))
    return told
