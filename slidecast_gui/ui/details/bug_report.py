"""What an engineer needs to know of a job, as text to paste. No folder of the presenter's is in what we add to it."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion

from slidecast_gui import __version__
from slidecast_gui.jobs import Job, JobEvent


def bug_report(job: Job, events: Sequence[JobEvent]) -> str:
    """Versions, settings, story, error and detail. In English, whatever the window speaks: others are to read it."""
    settings = job.settings.to_dict() | {"output": Path(job.settings.output).suffix}
    parts = [
        f"Slidecast {__version__}",
        f"{platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}, PySide {pyside_version}",
        f"Deck: {Path(job.deck_path).suffix}, {job.slide_count} slides",
        f"State: {job.status.value}, {job.progress} %, attempt {job.attempts}, stage {job.stage or '-'}",
        f"Settings: {json.dumps(settings, ensure_ascii=False)}",
    ]
    if job.error:
        parts += ["", f"Error ({job.error_kind}): {job.error}"]
    if job.error_detail:
        parts += ["", job.error_detail.rstrip()]
    return "\n".join([*parts, "", "Story:", *map(_line, events)])


def _line(event: JobEvent) -> str:
    place = f" (slide {event.slide})" if event.slide is not None else ""
    told = f"{event.at:%Y-%m-%d %H:%M:%S}Z {event.attempt} {event.kind.value} {event.status.value}{place} {event.text}"
    return told.rstrip()
