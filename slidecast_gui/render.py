"""From a deck to its video: the whole story on one page. No Qt, no database; a script can call it."""

from __future__ import annotations

import logging
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from slidecast_gui import effort
from slidecast_gui.deck import Deck, read_deck, take_snapshot, with_edits
from slidecast_gui.effort import Talk
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import Event, Finished, Outcome, Progress, Stage, ThumbnailMade, Warned
from slidecast_gui.narration import check_length
from slidecast_gui.settings import RenderSettings
from slidecast_gui.spec import RenderSpec
from slidecast_gui.system import space
from slidecast_gui.video import Timeline, build_timeline, check_movie, write_captions, write_movie
from slidecast_gui.workshop.meter import Meter
from slidecast_gui.workshop.pieces import DEFAULT_LIMIT, PieceStore
from slidecast_gui.workshop.publishing import CAPTION_ENDINGS, Publication
from slidecast_gui.workshop.shelf import Shelf
from slidecast_gui.workshop.talk import read_told, talk_of
from slidecast_gui.workshop.workshop import Workshop

_log = logging.getLogger(__name__)

THUMBNAIL_WIDTH = 480
FADE_S = 0.5
_FINISHING = 0.02
_READING_MOST = 0.1


def make_video(spec: RenderSpec, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> Finished:
    """Make the video of `spec`, with captions and a thumbnail; tell `report` (from several threads) how it goes.

    Raises SlidecastError with a sentence for the presenter (DiskFull is one), Cancelled, OSError. Whatever it raises,
    nothing is left in the destination folder, and finished pieces are kept for the next try.
    """
    scratch = Path(spec.scratch)
    scratch.mkdir(parents=True, exist_ok=True)
    pieces = PieceStore(Path(spec.pieces), spec.pieces_limit or DEFAULT_LIMIT)
    shelf = Shelf(pieces)
    try:
        deck = _read(spec, scratch, report, cancelled)
        meter = Meter(report, _plan(talk_of(deck), spec.settings))
        meter.step(Stage.READING)
        with Workshop(deck, spec.settings, shelf, scratch, report, meter, cancelled, spec.plain_slides) as workshop:
            with _room_for(spec, deck, workshop):
                takes = workshop.make_all(lambda: _make_thumbnail(spec, deck, workshop, report))
                fade_s = FADE_S if spec.settings.transition == "fade" else 0.0
                timeline = build_timeline(takes, spec.settings.fps, fade_s)
                workshop.make_fades(timeline.fades)
                with Publication(spec) as publication:
                    _write_video(publication.video, deck, workshop, timeline, meter, cancelled)
                    _write_beside(publication, spec, deck, workshop, timeline)
                    created = publication.put_in_place()
            thumbnail = spec.thumbnail if Path(spec.thumbnail).is_file() else ""
            pictures = [path for path in created if path.suffix == ".png"]
            return Finished(
                status=Outcome.DONE,
                video=spec.video,
                captions=tuple(str(path) for path in created if path.suffix in CAPTION_ENDINGS),
                thumbnail=thumbnail,
                slide_images=str(pictures[0].parent) if pictures else "",
                created_files=(*map(str, created), *filter(None, [thumbnail])),
                duration_s=timeline.duration_s,
                slides=len(deck.shown),
                pieces_made=shelf.made,
                pieces_reused=shelf.reused,
            )
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        try:
            pieces.tidy()
        except OSError:
            # What was rendered is in place, or says itself why it is not.
            _log.warning("the kept pieces could not be tidied", exc_info=True)


def _plan(talk: Talk, settings: RenderSettings) -> dict[Stage, tuple[float, int]]:
    """Each stage's share of the whole, by what it costs, and its number of steps.

    The video's steps are its fades, which may take longer than all slides together, and the writing of it.
    """
    cost = effort.cost(talk.slides, effort.length_s(talk, settings), settings)
    making = cost.whole - cost.starting
    # Of a deck of two slides the reading would be half; told at once, that promises what is still to be made.
    cost = replace(cost, starting=min(cost.starting, making * _READING_MOST))
    working = 1.0 - _FINISHING
    has_fades = settings.transition == "fade" and talk.slides > 1
    return {
        Stage.READING: (working * cost.starting / cost.whole, 1),
        Stage.SLIDES: (working * cost.slides / cost.whole, talk.slides),
        Stage.NARRATION: (working * cost.narration / cost.whole, talk.slides),
        Stage.VIDEO: (working * (cost.fades + cost.writing) / cost.whole, talk.slides if has_fades else 1),
        Stage.FINISHING: (_FINISHING, 1),
    }


def _read(spec: RenderSpec, scratch: Path, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> Deck:
    """Read the deck from a copy of our own: a deck that is saved or deleted meanwhile cannot mix two versions."""
    report(Progress(Stage.READING, 0.0))
    deck = read_deck(take_snapshot(Path(spec.deck), scratch), scratch, cancelled, report)
    if spec.deck_sha256 not in ("", deck.sha256):
        name = Path(spec.deck).name
        raise SlidecastError(
            "deck-changed", f"“{name}” has changed since it was added; retry to render the new version."
        )
    deck = with_edits(deck, spec.edits)
    for slide in deck.shown:
        check_length(slide.notes, slide.number)
    report(read_told(deck))
    for warning in deck.warnings:
        report(Warned(warning.kind, warning.text, warning.slide))
    return deck


@contextmanager
def _room_for(spec: RenderSpec, deck: Deck, workshop: Workshop) -> Iterator[None]:
    """Room on the disks for what is still to be made: estimated before, noticed while it is made. Raises DiskFull."""
    letters = sum(len(slide.notes) for slide in deck.shown)
    room = space.estimated(len(deck.shown), workshop.to_draw, letters, spec.settings)
    places = Path(spec.pieces), Path(spec.video).parent
    space.require(room, *places)
    with space.full_disk_told(room, *places):
        yield


def _make_thumbnail(spec: RenderSpec, deck: Deck, workshop: Workshop, report: Callable[[Event], None]) -> None:
    """The first slide that is shown, small; none where the data folder is full: the video lies elsewhere."""
    picture = workshop.picture(deck.shown[0].number).copy()
    picture.thumbnail((THUMBNAIL_WIDTH, THUMBNAIL_WIDTH))
    try:
        spec.thumbnail_part.parent.mkdir(parents=True, exist_ok=True)
        picture.save(spec.thumbnail_part, "PNG")
        spec.thumbnail_part.replace(spec.thumbnail)
    except OSError:
        _log.warning("the thumbnail could not be kept", exc_info=True)
        return
    finally:
        with suppress(OSError):
            spec.thumbnail_part.unlink(missing_ok=True)
    report(ThumbnailMade(spec.thumbnail))


def _write_video(
    path: Path, deck: Deck, workshop: Workshop, timeline: Timeline, meter: Meter, cancelled: Callable[[], bool]
) -> None:
    """Lay the pieces along the timeline, and verify what was written."""
    write_movie(
        timeline,
        workshop.format,
        stills=workshop.still,
        fades=workshop.fade,
        sounds=workshop.sound,
        out=path,
        title=deck.title,
        report=lambda fraction: meter.portion(Stage.VIDEO, fraction),
        cancelled=cancelled,
        language=_spoken_language(deck),
    )
    meter.step(Stage.VIDEO)
    check_movie(path, timeline)


def _write_beside(
    publication: Publication, spec: RenderSpec, deck: Deck, workshop: Workshop, timeline: Timeline
) -> None:
    """Captions for players that want a file, where something is said; slide pictures, where they were asked for."""
    if timeline.captions:
        write_captions(timeline.captions, *publication.captions)
    if spec.settings.slide_images:
        for slide in deck.shown:
            workshop.picture(slide.number).save(publication.pictures / slide_file_name(slide.number))


def _spoken_language(deck: Deck) -> str:
    """The language most notes are marked with, as a BCP 47 tag, or empty."""
    marked = Counter(slide.language for slide in deck.shown if slide.notes and slide.language)
    return marked.most_common(1)[0][0] if marked else ""


def slide_file_name(number: int) -> str:
    """The picture's file name of the slide with that number in the deck."""
    return f"slide-{number:03d}.png"
