"""How a render shows itself in a terminal: a line that moves for people, JSON lines for programs."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import asdict
from typing import Any, TextIO

from slidecast_gui.cli.output import say, show
from slidecast_gui.events import Event, Finished, Outcome, Progress, Stage, Warned
from slidecast_gui.jobs import Job

_STAGES = {
    Stage.READING: "Reading the deck",
    Stage.SLIDES: "Drawing slides",
    Stage.NARRATION: "Speaking the notes",
    Stage.VIDEO: "Making the video",
    Stage.FINISHING: "Finishing",
}
_BAR = 24


class JsonLines:
    """One JSON object a line on stdout; the last is the `finished` one, with every warning told before."""

    def __init__(self, job: Job) -> None:
        self._about = {"job_id": job.job_id, "deck": job.deck_path}
        self._warnings: list[dict[str, Any]] = []

    def tell(self, event: Event) -> None:
        """Print an event of the render."""
        if isinstance(event, Warned):
            self._warnings.append(asdict(event))
        self._print(event)

    def finish(self, finished: Finished) -> None:
        """Print the end; the sentence of a failure goes to stderr as well."""
        self._print(finished, warnings=self._warnings)
        if finished.status is Outcome.FAILED:
            show(f"{finished.error}\n", sys.stderr)

    def _print(self, event: Event, **more: object) -> None:
        say(json.dumps({"event": event.event, **self._about, **asdict(event), **more}, ensure_ascii=False))


class ProgressBar:
    """A line that is drawn over itself; where the stream is no terminal, only warnings and the end are said."""

    def __init__(self, job: Job, stream: TextIO) -> None:
        self._name = job.name
        self._stream = stream
        self._moves = stream.isatty()
        self._shown = ""

    def tell(self, event: Event) -> None:
        """Show an event of the render."""
        if isinstance(event, Progress) and self._moves:
            self._draw(event)
        elif isinstance(event, Warned) and not event.is_note:
            place = f"Slide {event.slide}: " if event.slide is not None else ""
            self._say(f"{place}{event.text}")

    def finish(self, finished: Finished) -> None:
        """Say how it ended: the video's path on stdout, a failure's sentence on stderr."""
        if finished.status is Outcome.DONE:
            self._say("")
            minutes, seconds = divmod(round(finished.duration_s), 60)
            say(f"{finished.video}  ({minutes}:{seconds:02}, {finished.slides} slides)")
        elif finished.status is Outcome.FAILED:
            self._say(finished.error)
        else:
            self._say("Cancelled.")

    def _draw(self, progress: Progress) -> None:
        filled = round(progress.fraction * _BAR)
        line = (
            f"{self._name}  [{'#' * filled}{'.' * (_BAR - filled)}] {progress.fraction:4.0%}  {_STAGES[progress.stage]}"
        )
        line = line[: shutil.get_terminal_size().columns - 1]
        if line != self._shown:
            show(f"{self._cleared()}{line}", self._stream)
            self._shown = line

    def _say(self, text: str) -> None:
        show(self._cleared() + (f"{text}\n" if text else ""), self._stream)
        self._shown = ""

    def _cleared(self) -> str:
        """What takes the line away that is shown; spaces, because not every console knows a code for it."""
        return f"\r{' ' * len(self._shown)}\r" if self._shown else ""
