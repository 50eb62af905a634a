"""One render in a process of its own: whatever happens in it, exactly one `Finished` comes back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from slidecast_gui.events import EngineCalled, EngineReturned, Event, Finished, Outcome
from slidecast_gui.jobs.processes.limits import Limits, Watch, default_limits
from slidecast_gui.jobs.processes.process import ChildProcess, ProcessOutcome
from slidecast_gui.spec import RenderSpec
from slidecast_gui.system.talking import child_command

CHILD_COMMAND = "render-child"
CANCEL_LINE = "cancel"
CRASHED = "renderer-crashed"

_LOOK_EVERY_S = 0.1
_LEAVES_WITHIN_S = 5.0


class RenderChild:
    """Runs renders in child processes, one at a time.

    A segfault, a lack of memory or an endless loop in a codec or a font costs one render and nothing else.
    """

    def __init__(
        self, command: Sequence[str] | None = None, patience_s: float = 2.0, limits: Limits | None = None
    ) -> None:
        """`command` starts a child, by default this program; `patience_s` is between asking, terminating, killing."""
        self._command = list(command or child_command(CHILD_COMMAND))
        self._patience_s = patience_s
        self.limits = limits or default_limits()
        """What the next render may take; one that is going on keeps those it began with."""

    def run(self, spec: RenderSpec, on_event: Callable[[Event], None], cancelled: threading.Event) -> Finished:
        """Render `spec` and return how it ended; blocks.

        `on_event` gets everything but the `Finished`, on the calling thread; if it raises, the child is ended and the
        exception goes on. Setting `cancelled` ends the child: it is asked, then terminated, then killed. One that goes
        beyond its limits is killed. Raises EngineStuck where that is the fault of one slide.
        """
        limits = self.limits
        try:
            process = ChildProcess(self._command, replace(spec, pieces_limit=limits.pieces_limit).to_json())
        except OSError as error:
            return Finished(
                Outcome.FAILED,
                error="Slidecast could not start its renderer; restart Slidecast, or install it again.",
                error_kind="renderer-missing",
                error_detail=f"{self._command}: {error}",
            )
        stuck_before = len(spec.plain_slides) if spec.plain_slides is not None else 0
        watch = Watch(
            limits.for_frames(spec.settings.frame_size),
            process.memory,
            own=process.own,
            stuck_before=stuck_before,
            deck_bytes=_size(spec.deck),
        )
        listener = _Listener(watch, on_event)
        ending = _Ending(process, self._patience_s)
        try:
            while (event := process.next_event(_LOOK_EVERY_S)) is not None or process.running:
                listener.hear(event)
                if cancelled.is_set():
                    ending.go_on()
                elif listener.finished is not None:
                    ending.leave()
                elif (gone_too_far := watch.look()) is not None:
                    listener.finished = gone_too_far
                    process.kill()
        finally:
            outcome = process.close()
        # On a busy computer the last words are read after the process has gone.
        while (event := process.next_event(0)) is not None:
            listener.hear(event)
        return _result(listener.finished, outcome, watch.slide, was_cancelled=cancelled.is_set())


class _Listener:
    """Passes on what a child tells, until it has told its end."""

    def __init__(self, watch: Watch, on_event: Callable[[Event], None]) -> None:
        self.finished: Finished | None = None
        self._watch = watch
        self._on_event = on_event

    def hear(self, event: Event | None) -> None:
        """An event has come, or none in time."""
        if isinstance(event, Finished):
            self.finished = event
        elif event is not None and self.finished is None:
            self._watch.heard(event)
            if not isinstance(event, EngineCalled | EngineReturned):
                self._on_event(event)


class _Ending:
    """Ends a process step by step, without ever waiting for it."""

    def __init__(self, process: ChildProcess, patience_s: float) -> None:
        self._process = process
        self._patience_s = patience_s
        self._steps = iter((lambda: process.send(CANCEL_LINE), process.terminate, process.kill))
        self._next_at: float | None = None
        self._leaves_by: float | None = None

    def go_on(self) -> None:
        """Take the next step if it is time for it: ask, terminate, kill."""
        moment = time.monotonic()
        if self._next_at is None or moment >= self._next_at:
            self._next_at = moment + self._patience_s
            next(self._steps, self._process.kill)()

    def leave(self) -> None:
        """It has said its last word; something that does not let it go is cut off."""
        moment = time.monotonic()
        if self._leaves_by is None:
            self._leaves_by = moment + _LEAVES_WITHIN_S
        elif moment >= self._leaves_by:
            self._process.kill()


def _size(deck: str) -> int:
    """Bytes of the deck; 0 where it cannot be found, which the render will say."""
    try:
        return Path(deck).stat().st_size
    except OSError:
        return 0


def _result(finished: Finished | None, outcome: ProcessOutcome, slide: int | None, *, was_cancelled: bool) -> Finished:
    """What counts as the end: a video that was made in spite of a cancel is kept."""
    if finished is not None and finished.status is Outcome.DONE:
        return finished
    if was_cancelled:
        # An error that comes of being stopped is not the presenter's business.
        return replace(finished or Finished(Outcome.CANCELLED), status=Outcome.CANCELLED, error="", error_kind="")
    if finished is not None:
        return finished
    where = f" while working on slide {slide}" if slide else ""
    return Finished(
        Outcome.FAILED,
        error=f"The renderer stopped unexpectedly{where}; retry, or choose another renderer.",
        error_kind=CRASHED,
        error_detail=str(outcome),
    )
