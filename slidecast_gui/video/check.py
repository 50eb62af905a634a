"""Whether a file holds what its timeline says. A video is put in its place only after this."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from slidecast_gui.video.errors import MovieError
from slidecast_gui.video.probe import MovieFacts, probe
from slidecast_gui.video.timeline import Timeline


def check_movie(path: Path, timeline: Timeline) -> None:
    """Raises MovieError("incomplete") with every difference in its detail, or "unreadable"; decodes nothing."""
    differences = list(_differences(probe(path), timeline))
    if differences:
        sentence = f"“{path.name}” did not come out whole; render again, and check that the disk has room."
        raise MovieError("incomplete", sentence, "; ".join(differences))


def _differences(facts: MovieFacts, timeline: Timeline) -> Iterator[str]:
    """What the file has and the timeline has not, or the other way round."""
    frame_s = Fraction(1, timeline.fps)
    if facts.frames != timeline.frames:
        yield f"{facts.frames} frames, {timeline.frames} wanted"
    if facts.fps != timeline.fps or not facts.constant_rate:
        yield f"{facts.fps} frames a second, {timeline.fps} wanted"
    if abs(facts.picture_s - timeline.frames * frame_s) >= frame_s:
        yield f"a picture of {float(facts.picture_s)} s, {timeline.duration_s} s wanted"
    if abs(facts.sound_s - facts.picture_s) >= frame_s:
        yield f"a sound of {float(facts.sound_s)} s to a picture of {float(facts.picture_s)} s"
    if not facts.index_first:
        yield "the index is not at the front"
    if [chapter.title for chapter in facts.chapters] != [chapter.title for chapter in timeline.chapters]:
        yield f"{len(facts.chapters)} chapters, {len(timeline.chapters)} wanted"
    for is_there, wanted in zip(facts.chapters, timeline.chapters, strict=False):
        if abs(is_there.start_s - wanted.start * frame_s) >= frame_s:
            yield f"chapter “{wanted.title}” at {float(is_there.start_s)} s, frame {wanted.start} wanted"
    if [caption.text for caption in facts.captions] != [caption.text for caption in timeline.captions]:
        yield f"{len(facts.captions)} captions, {len(timeline.captions)} wanted"
