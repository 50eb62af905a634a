"""What is said, as captions: timed by the sentences of a clip, and written as SubRip and WebVTT files."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from slidecast_gui.clip import SpokenSentence
from slidecast_gui.video.errors import writing_failed
from slidecast_gui.video.linebreaks import columns, readable_parts


@dataclass(frozen=True, slots=True)
class Caption:
    """What is read from `start_s` up to `end_s` of the video, in whole milliseconds; `text` has one or two lines."""

    start_s: float
    end_s: float
    text: str


def captions_of(sentences: Iterable[SpokenSentence], offset_s: float) -> list[Caption]:
    """The sentences of a clip that starts at `offset_s` of the video, as captions that follow each other.

    A sentence that is too long for one caption becomes several, which share its time by their lengths. Read one
    after the other, captions give the sentences' text but for white space.
    """
    captions: list[Caption] = []
    free_ms = 0
    for sentence in sentences:
        # Half of a surrogate pair, as broken text imports leave it, cannot be written to any file.
        parts = readable_parts(sentence.text.encode("utf-8", "replace").decode("utf-8"))
        total = sum(columns(part) for part in parts) or 1
        length_s = sentence.end_s - sentence.start_s
        read = 0
        for part in parts:
            start_s = offset_s + sentence.start_s + length_s * read / total
            read += columns(part)
            end_s = offset_s + sentence.start_s + length_s * read / total
            # A caption of no length would be lost, and with it a part of the script.
            start_ms = max(free_ms, round(start_s * 1000))
            free_ms = max(start_ms + 1, round(end_s * 1000))
            captions.append(Caption(start_ms / 1000, free_ms / 1000, part))
    return captions


def write_captions(captions: Sequence[Caption], srt: Path, vtt: Path) -> None:
    """Writes the captions as SubRip and as WebVTT (W3C), both in UTF-8. Raises MovieError where that fails."""
    blocks = [
        f"{number}\n{_clock(caption.start_s, ',')} --> {_clock(caption.end_s, ',')}\n{caption.text}\n"
        for number, caption in enumerate(captions, start=1)
    ]
    cues = [
        # Escaping `>` also keeps an arrow in the text from being read as a time line.
        f"{_clock(caption.start_s, '.')} --> {_clock(caption.end_s, '.')}\n{html.escape(caption.text, quote=False)}\n"
        for caption in captions
    ]
    for path, text in ((srt, "\n".join(blocks)), (vtt, "\n".join(("WEBVTT\n", *cues)))):
        try:
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise writing_failed(path, error) from error


def _clock(seconds: float, point: str) -> str:
    """Hours, minutes, seconds and milliseconds as both formats have them, but for the decimal point."""
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{point}{milliseconds:03}"
