"""`slidecast-gui slides`: the slide pictures, and nothing else."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.deck import Deck, DeckError, DeckErrorKind, read_deck
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import NOTES
from slidecast_gui.render import slide_file_name
from slidecast_gui.slides import Renderer, SlideArtist, SlideWarning


def run(arguments: Arguments) -> int:
    """Write slide-001.png ... into the folder; warnings go to stderr."""
    folder: Path = arguments.output
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="slidecast-") as scratch:
            deck = read_deck(arguments.deck, Path(scratch))
            warnings = _draw(deck, arguments, folder, Path(scratch))
    except OSError as error:
        raise SlidecastError(
            "output", f"The pictures cannot be written to “{folder}”; choose another folder.", str(error)
        ) from error
    for warning in warnings:
        print(warning.text if warning.slide is None else f"Slide {warning.slide}: {warning.text}", file=sys.stderr)
    return 0


def _draw(deck: Deck, arguments: Arguments, folder: Path, scratch: Path) -> list[SlideWarning]:
    chosen = deck.slides if arguments.hidden else deck.shown
    if not chosen:
        raise DeckError(
            DeckErrorKind.ALL_HIDDEN, f"Every slide of “{deck.path.name}” is hidden; add --hidden to see them."
        )
    size = arguments.width, max(1, round(arguments.width / deck.size.ratio))
    warnings: list[SlideWarning] = [SlideWarning(told.kind, told.text, told.slide) for told in deck.warnings]
    artist = SlideArtist(deck, size, Renderer(arguments.renderer), scratch, lambda: False)
    try:
        for slide in chosen:
            picture = artist.draw(slide)
            path = folder / slide_file_name(slide.number)
            picture.image.save(path)
            warnings += picture.warnings
            if arguments.json:
                print(
                    json.dumps({"slide": slide.number, "picture": str(path), "renderer": picture.renderer.value}),
                    flush=True,
                )
        return [*warnings, *(told for told in artist.warnings if told.kind not in NOTES)]
    finally:
        artist.close()
