"""A presentation file becomes a Deck: frozen data that the rest of Slidecast works from.

`read_deck` is the way in. It asks `files` what the file is by its content, has `legacy` convert what only LibreOffice
reads, and hands on to `presentation` (PowerPoint's XML) or `pdf`. A presentation is a zip of parts (`package`, kept
within `bounds`), opened by `opening`, whose XML is parsed in `markup`; `slide_parts` reads one slide with the help of
`text`, `timing`, `media`, `features`, `fonts` and `fingerprint`. `with_edits` puts in place what the presenter wants
otherwise, `write_notes` writes it into a copy (`notes_markup`, `package_changes`). Files come from strangers:
everything is bounded, nothing outside the file is ever fetched, and each reason to refuse one is a sentence in
`refusals`.
"""

from slidecast_gui.deck.edited import with_edit, with_edits
from slidecast_gui.deck.errors import DeckError, DeckErrorKind
from slidecast_gui.deck.files import find_decks
from slidecast_gui.deck.legacy import check_file
from slidecast_gui.deck.model import (
    EMU_PER_POINT,
    Advance,
    Deck,
    DeckKind,
    DeckWarning,
    Feature,
    Media,
    MediaKind,
    Slide,
    SlideSize,
    SlideTransition,
)
from slidecast_gui.deck.notes_writer import check_notes_writable, write_notes
from slidecast_gui.deck.reading import read_deck
from slidecast_gui.deck.snapshot import take_snapshot

__all__ = [
    "EMU_PER_POINT",
    "Advance",
    "Deck",
    "DeckError",
    "DeckErrorKind",
    "DeckKind",
    "DeckWarning",
    "Feature",
    "Media",
    "MediaKind",
    "Slide",
    "SlideSize",
    "SlideTransition",
    "check_file",
    "check_notes_writable",
    "find_decks",
    "read_deck",
    "take_snapshot",
    "with_edit",
    "with_edits",
    "write_notes",
]
