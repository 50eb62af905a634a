"""The list of jobs as files for others: the history for spreadsheets and programs, the queue for another computer."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, Any

from slidecast_gui.edits import Edits, edits_from_dict, edits_to_dict
from slidecast_gui.errors import SlidecastError
from slidecast_gui.jobs.model import Job, JobStatus
from slidecast_gui.jobs.store.job_store import JobStore
from slidecast_gui.settings import RenderSettings
from slidecast_gui.system.writing import beside

QUEUE_VERSION = 2
_FORMAT = "slidecast-queue"

_COLUMNS = (
    "job_id", "status", "deck_path", "deck_title", "slide_count", "created_at", "started_at", "completed_at",
    "duration_s", "video_path", "warnings", "attempts", "error_kind", "error", "reason", "retry_of",
)  # fmt: skip
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class QueueFileError(SlidecastError):
    """A file that is no exported queue, or one of a later program."""

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__("queue-file", sentence, detail)


@dataclass(frozen=True, slots=True)
class QueueExport:
    """An exported queue: the text of its file, and how many slides have a sound of their own that is not in it."""

    text: str
    sounds_left: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    deck: str
    settings: RenderSettings
    edits: Edits


@contextmanager
def written(path: Path) -> Iterator[IO[str]]:
    """A text file that appears whole or not at all. Raises SlidecastError of kind `file-access`."""
    if not path.name:
        raise _file_error(path, IsADirectoryError(str(path)))
    try:
        # Line ends are the writer's: CSV has its own.
        with beside(path) as part, part.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise _file_error(path, error) from error


def read_queue_file(path: Path) -> str:
    """The text of a file for `import_queue`. Raises SlidecastError of kind `file-access`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _file_error(path, error) from error


def write_history(jobs: Sequence[Job], path: Path) -> None:
    """A file for spreadsheets where its name ends in `.csv`, else one for programs. Raises as `written` does."""
    with written(path) as file:
        (write_csv if path.suffix.lower() == ".csv" else write_json)(jobs, file)


def write_queue(export: QueueExport, path: Path) -> None:
    """A file for `import_queue`. Raises as `written` does."""
    with written(path) as file:
        file.write(export.text + "\n")


def write_csv(jobs: Sequence[Job], file: IO[str]) -> None:
    """One job a line under a line of names, as RFC 4180 has it; a program may read it back, and so may Excel."""
    writer = csv.writer(file)
    writer.writerow((*_COLUMNS, "size", "fps", "voice"))
    for job in jobs:
        row, settings = job.to_dict(), job.settings
        values = [row[column] for column in _COLUMNS] + [settings.size, settings.fps, settings.voice]
        writer.writerow([_harmless(value) for value in values])


def write_json(jobs: Sequence[Job], file: IO[str]) -> None:
    """A list of objects, the same as `jobs --json` prints."""
    json.dump([job.to_dict() for job in jobs], file, ensure_ascii=False, indent=1)
    file.write("\n")


def export_queue(store: JobStore) -> QueueExport:
    """The unfinished jobs in their order: decks, settings and edits, and nothing of this computer's renders.

    Sounds stay here: the file names decks, and holds nothing that is heard or seen. Raises StoreError.
    """
    entries, sounds_left = [], 0
    for job in store.queue():
        edits = store.edits(job.job_id)
        sounds_left += sum(bool(edit.sound) for edit in edits.values())
        entry = {
            "deck": job.deck_path,
            "status": "paused" if job.status is JobStatus.PAUSED else "queued",
            "settings": job.settings.to_dict(),
        }
        if kept := edits_to_dict({slide_id: replace(edit, sound="") for slide_id, edit in edits.items()}):
            entry["edits"] = kept
        entries.append(entry)
    stored = {"format": _FORMAT, "version": QUEUE_VERSION, "jobs": entries}
    return QueueExport(json.dumps(stored, ensure_ascii=False, indent=1), sounds_left)


def import_queue(store: JobStore, text: str, folder: Path) -> list[Job]:
    """New jobs for those of an exported queue, all or none, waiting to be started.

    They wait because the file may be a stranger's. Relative decks are meant from `folder`. Raises QueueFileError,
    SettingsError, StoreError.
    """
    entries, added = _entries(text), []
    with store.transaction():
        for entry in entries:
            job = store.create(folder / entry.deck, entry.settings, JobStatus.PAUSED)
            for slide_id, edit in entry.edits.items():
                store.edit_slide(job.job_id, slide_id, edit)
            added.append(job)
    return added


def _entries(text: str) -> list[_Entry]:
    try:
        stored = json.loads(text)
        if stored["format"] != _FORMAT:
            raise ValueError(stored["format"])
        if stored["version"] > QUEUE_VERSION:
            raise QueueFileError("This queue was exported by a newer Slidecast; update Slidecast to import it.")
        return [
            _Entry(str(entry["deck"]), _settings(entry["settings"]), _edits(entry.get("edits", {})))
            for entry in stored["jobs"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise QueueFileError(
            "This file is no queue that Slidecast has exported; choose one that was made by “Export queue”.",
            repr(error),
        ) from error


def _settings(stored: dict[str, Any]) -> RenderSettings:
    """The settings in a stranger's file. Raises ValueError, TypeError, AttributeError, SettingsError."""
    settings = RenderSettings.from_dict(stored)
    for name, usual in asdict(RenderSettings()).items():
        value = getattr(settings, name)
        if type(value) is not type(usual) and not (isinstance(usual, float) and type(value) is int):
            raise ValueError(f"{name} is {value!r}")
    return settings


def _edits(stored: Mapping[str, Mapping[str, Any]]) -> Edits:
    """The edits in a stranger's file, without sounds: such a name would be looked for on this computer.

    Raises ValueError, AttributeError, TypeError for what is no edit, SlidecastError for a time no slide can be shown.
    """
    edits = edits_from_dict({slide_id: {**edit, "sound": ""} for slide_id, edit in stored.items()})
    for edit in edits.values():
        right = isinstance(edit.script, str | None) and isinstance(edit.skipped, bool | None)
        if not right or isinstance(edit.seconds, bool):
            raise ValueError(edit)
    # Half a letter, which JSON can name, is no text: a UnicodeEncodeError is a ValueError.
    json.dumps(edits_to_dict(edits), ensure_ascii=False).encode()
    return edits


def _file_error(path: Path, error: Exception) -> SlidecastError:
    return SlidecastError("file-access", f"“{path}” cannot be read or written; give another file.", str(error))


def _harmless(value: Any) -> Any:  # noqa: ANN401 - a value of a row
    """A text that a spreadsheet would run as a formula is marked as text: a deck's title is a stranger's."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_BEGINS_A_FORMULA) else value
