"""What runs on the queue's pool of threads: one render, told by signals that the queue owns."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRunnable

from slidecast_gui.events import Event, Finished, Outcome
from slidecast_gui.jobs.ledger import CANCEL, Ledger, Then
from slidecast_gui.jobs.model import Job, Wish
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.processes.rendering import render
from slidecast_gui.spec import RenderSpec

logger = logging.getLogger(__name__)


@dataclass
class Handle:
    """A render of ours that is going on; everything that is known of its job is in the table."""

    ledger: Ledger
    stop: threading.Event = field(default_factory=threading.Event)
    then: Then = CANCEL
    wish: Wish = Wish.NONE
    """The presenter's last word on it, as the row has it."""

    def wished(self, finished: Finished) -> Finished:
        """The end of the render as it is written: what was to stop does not go on for having failed just before."""
        if self.wish is Wish.NONE or finished.status is not Outcome.FAILED:
            return finished
        return replace(finished, status=Outcome.CANCELLED, error="", error_kind="")


class RenderTask(QRunnable):
    """Runs the child of one claimed job. Whatever happens, one `Finished` is told, as the last.

    `tell` is the `emit` of a signal of the queue: signals of an object that the pool deletes are not delivered.
    Touches no database.
    """

    def __init__(
        self,
        job: Job,
        spec: RenderSpec,
        child: RenderChild,
        stop: threading.Event,
        tell: Callable[[object, object], None],
    ) -> None:
        super().__init__()
        self._job = job
        self._spec = spec
        self._child = child
        self._stop = stop
        self._tell = tell

    def run(self) -> None:
        """On a thread of the pool."""
        try:
            finished = render(self._child, self._spec, self._pass_on, self._stop)
        except Exception as error:
            logger.exception("job %s could not be run", self._job.job_id)
            finished = Finished(
                Outcome.FAILED,
                error="Something went wrong inside Slidecast; retry, and report the details if it happens again.",
                error_kind="internal",
                error_detail="".join(traceback.format_exception(error)),
            )
        self._tell(self._job, finished)

    def _pass_on(self, event: Event) -> None:
        self._tell(self._job, event)
