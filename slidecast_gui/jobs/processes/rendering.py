"""One render from its start to its end, whatever its slides do to the engine that draws them.

A call into a slide engine cannot be interrupted, only its process ended. A render that is stuck in one is therefore
begun again without that slide: its finished pieces are kept, so that it goes on where it was.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from slidecast_gui.events import Event, Finished, Progress
from slidecast_gui.jobs.processes.limits import EngineStuck
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.spec import RenderSpec

logger = logging.getLogger(__name__)

MOST_PLAIN_SLIDES = 4
"""So many slides may take an engine too long; with one more it is given up, or a hostile deck would cost an hour."""


def render(
    child: RenderChild, spec: RenderSpec, on_event: Callable[[Event], None], cancelled: threading.Event
) -> Finished:
    """Run a render to its end, and clear up after a child that could not do so itself. Touches no database.

    Slides from which an engine does not return become plain pages; `on_event` sees one render that goes on.
    """
    teller = _Teller(on_event)
    while True:
        try:
            return child.run(spec, teller.tell, cancelled)
        except EngineStuck as stuck:
            logger.warning("job %s: %s", spec.job_id, stuck)
            spec = _without(spec, stuck)
        finally:
            clear_up(spec)


def clear_up(spec: RenderSpec) -> None:
    """Delete what a render leaves behind when it is killed: its temporary folder, and what it has half written.

    With it goes what its earlier attempts left on a drive that was not there when they were cleared up.
    """
    shutil.rmtree(spec.scratch, ignore_errors=True)
    # A network drive that has gone cannot even be looked at; its loss is not to take the end of the render with it.
    with suppress(OSError):
        for part in spec.parts():
            shutil.rmtree(part, ignore_errors=True)
    with suppress(OSError):
        spec.thumbnail_part.unlink(missing_ok=True)


class _Teller:
    """Passes events on, but for what a render that was begun again tells a second time."""

    def __init__(self, on_event: Callable[[Event], None]) -> None:
        self._on_event = on_event
        self._told: set[Event] = set()
        self._furthest = 0.0

    def tell(self, event: Event) -> None:
        """Pass `event` on if it is news."""
        if isinstance(event, Progress):
            if event.fraction < self._furthest:
                return
            self._furthest = event.fraction
        elif event in self._told:
            return
        else:
            self._told.add(event)
        self._on_event(event)


def _without(spec: RenderSpec, stuck: EngineStuck) -> RenderSpec:
    """The same render without what the engine was stuck in: each time less is left that it could be stuck in."""
    if spec.plain_slides is None:
        raise stuck
    if stuck.slide is None or len(spec.plain_slides) >= MOST_PLAIN_SLIDES:
        return replace(spec, plain_slides=None)
    return replace(spec, plain_slides=(*spec.plain_slides, stuck.slide))
