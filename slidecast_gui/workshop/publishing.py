"""The way of a result into its folder: whole or not at all."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
from pathlib import Path
from types import TracebackType
from typing import Self

from slidecast_gui.errors import SlidecastError
from slidecast_gui.spec import RenderSpec
from slidecast_gui.video import writing_failed

CAPTION_ENDINGS = (".srt", ".vtt")
_PICTURE = re.compile(r"slide-\d{3,}\.png")
"""What a render calls them; a presenter's own copy beside them has a longer name."""

_log = logging.getLogger(__name__)


class Publication:
    """A hidden folder beside the video in which everything is made under its own name, and renamed into place.

    A context manager: whatever happens, the hidden folder goes. Raises MovieError where it cannot be made.
    """

    def __init__(self, spec: RenderSpec) -> None:
        self._folder = spec.part
        self._target = Path(spec.video)
        # A file the presenter named may have neighbours of theirs; a name we found free or ours has not.
        self._name_is_ours = Path(spec.settings.output).suffix.lower() != ".mp4"

    def __enter__(self) -> Self:
        # A restored list of jobs counts attempts anew, and meets what one of that number has left.
        shutil.rmtree(self._folder, ignore_errors=True)
        try:
            self._folder.mkdir()
        except OSError as error:
            raise writing_failed(self._target, error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def video(self) -> Path:
        """Where the video is written."""
        return self._folder / self._target.name

    @property
    def captions(self) -> tuple[Path, Path]:
        """Where the SubRip and the WebVTT file are written, if anything is said."""
        srt, vtt = (self.video.with_suffix(ending) for ending in CAPTION_ENDINGS)
        return srt, vtt

    @property
    def pictures(self) -> Path:
        """The folder for slide pictures, made when it is asked for."""
        folder = self._folder / f"{self._target.stem} slides"
        folder.mkdir(exist_ok=True)
        return folder

    def put_in_place(self) -> tuple[Path, ...]:
        """Rename everything that was written into place, the video first; the files, where they are now.

        Raises SlidecastError where the video cannot be replaced. What lies beside it is worth less than the video: a
        file of those that cannot be put there is logged, and left out of the answer.
        """
        self._replace_video()
        placed = [self._target]
        for made in sorted(self._folder.rglob("*")):
            target = self._target.parent / made.relative_to(self._folder)
            try:
                if made.is_dir():
                    target.mkdir(exist_ok=True)
                else:
                    made.replace(target)
                    placed.append(target)
            except OSError:
                _log.warning("%s could not be put in place", target, exc_info=True)
        if self._name_is_ours:
            self._remove_stale(placed)
        return tuple(placed)

    def _replace_video(self) -> None:
        try:
            _flush(self.video)
            self.video.replace(self._target)
        except PermissionError as error:
            name = self._target.name
            raise SlidecastError(
                "output-in-use",
                f"“{name}” could not be replaced; close the program that is playing it and render again.",
                str(error),
            ) from error

    def _remove_stale(self, placed: list[Path]) -> None:
        """Captions and pictures of an earlier result would be shown with a video they do not belong to."""
        pictures = self._target.with_name(f"{self._target.stem} slides")
        beside = [self._target.with_suffix(ending) for ending in CAPTION_ENDINGS]
        if any(path.parent == pictures for path in placed):
            beside += [path for path in pictures.glob("slide-*.png") if _PICTURE.fullmatch(path.name)]
        for path in set(beside) - set(placed):
            with contextlib.suppress(OSError):
                path.unlink()


def _flush(path: Path) -> None:
    """Have the bytes on the disk before the name: a power cut leaves the video whole, or as it was before."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
