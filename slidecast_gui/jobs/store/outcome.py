"""What the end of a render writes into its job's row."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs.model import Job, now, time_text
from slidecast_gui.jobs.store.pathnames import absolute


def ended_values(job: Job, finished: Finished) -> dict[str, Any]:
    """The columns of a job that has ended with `finished`.

    Only a finished video is kept in `video_path`: the name a failed job had claimed may belong to an earlier result.
    """
    done = finished.status is Outcome.DONE
    return {
        "owner": None,
        "wish": "",
        "completed_at": time_text(now()),
        "progress": 100 if done else job.progress,
        "stage": "" if done or job.stage is None else job.stage.value,
        # Several are worked on at once: the last one told need not be the one that failed.
        "slide": finished.slide or job.slide,
        "reason": "",
        "error": finished.error,
        "error_kind": finished.error_kind,
        "error_detail": finished.error_detail,
        "video_path": absolute(finished.video) if done and finished.video else "",
        "thumbnail_path": absolute(finished.thumbnail) if finished.thumbnail else job.thumbnail_path,
        "slide_image_path": absolute(finished.slide_images) if finished.slide_images else "",
        "captions": [absolute(path) for path in finished.captions],
        "created_files": _measured(finished.created_files),
        "duration_s": finished.duration_s,
        "slide_count": finished.slides or job.slide_count,
        "pieces_made": finished.pieces_made,
        "pieces_reused": finished.pieces_reused,
    }


def crash_limit_sentence(ends: int, slide: int | None) -> str:
    """Why a job that ended uncleanly too often is not tried again."""
    where = f", the last time on slide {slide}" if slide else ""
    what = f"Look at slide {slide}" if slide else "Try the other renderer"
    return f"Rendering stopped unexpectedly {ends} times{where}. {what}, then retry."


def deaths_sentence(deaths: int, *, reading: bool) -> str:
    """Why a job is paused whose process died so often, and what the presenter can do."""
    where = "while reading this deck" if reading else "at the same place of this deck"
    return f"Slidecast ended {deaths} times {where}; start it to try once more."


def _measured(paths: tuple[str, ...]) -> list[dict[str, Any]]:
    """The files with their sizes now, by which they are recognised before they are ever deleted or replaced."""
    measured = []
    for path in paths:
        # A file that went away in the last moment is not worth losing the end of the job over.
        with suppress(OSError):
            measured.append({"path": absolute(path), "size": Path(path).stat().st_size})
    return measured
