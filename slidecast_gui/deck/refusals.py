"""Every sentence with which a file is refused as a deck: what is wrong, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from slidecast_gui.deck.errors import DeckError, DeckErrorKind


def _refusal(kind: DeckErrorKind, path: Path, rest: str, detail: str = "") -> DeckError:
    return DeckError(kind, f"“{path.name or path}” {rest}", detail)


def missing(path: Path) -> DeckError:
    """Nothing lies at `path`."""
    return _refusal(
        DeckErrorKind.MISSING, path, "is not there any more; put it back, or add it again from where it is now."
    )


def unreadable(path: Path, error: OSError) -> DeckError:
    """The system would not open or read the file."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
        return missing(path)
    if isinstance(error, PermissionError):
        rest = "may not be read; close it in other programs, or ask its owner to let you read it."
        return _refusal(DeckErrorKind.NO_PERMISSION, path, rest, str(error))
    rest = "could not be read from its drive; copy it to this computer and add the copy."
    return _refusal(DeckErrorKind.DAMAGED, path, rest, str(error))


def being_written(path: Path) -> DeckError:
    """Another program goes on writing the file."""
    rest = "is being saved by another program; wait until it has been, then retry."
    return _refusal(DeckErrorKind.BEING_SAVED, path, rest)


def folder(path: Path) -> DeckError:
    """A folder where a file is wanted."""
    return _refusal(DeckErrorKind.WRONG_TYPE, path, "is a folder; choose the presentations in it.")


def not_a_file(path: Path) -> DeckError:
    """A pipe, a socket or a device: opening one could wait for ever."""
    return _refusal(DeckErrorKind.WRONG_TYPE, path, "is not a file; choose a presentation.")


def empty_file(path: Path) -> DeckError:
    """A file of no bytes."""
    return _refusal(
        DeckErrorKind.EMPTY_FILE, path, "is empty, perhaps because copying it was cut short; copy or download it again."
    )


def wrong_type(path: Path, what: str = "not a presentation", detail: str = "") -> DeckError:
    """Something else than a deck; `what` completes “this is ...”."""
    rest = f"is {what}; choose a PowerPoint presentation (.pptx) or a PDF."
    return _refusal(DeckErrorKind.WRONG_TYPE, path, rest, detail)


def encrypted(path: Path) -> DeckError:
    """Protected by a password for opening."""
    rest = "is protected by a password; open it in its own program, save a copy without the password and add the copy."
    return _refusal(DeckErrorKind.ENCRYPTED, path, rest)


def legacy(path: Path, what: str) -> DeckError:
    """A format that only LibreOffice converts, and it is not installed."""
    rest = f"is {what}; save it as .pptx in PowerPoint, or install LibreOffice so that Slidecast can convert it."
    return _refusal(DeckErrorKind.LEGACY_FORMAT, path, rest)


def ancient(path: Path) -> DeckError:
    """PowerPoint 4 or 95, which today's programs no longer read."""
    rest = "was made by a PowerPoint older than 1997; open it in an old PowerPoint and save it in a newer format."
    return _refusal(DeckErrorKind.LEGACY_FORMAT, path, rest)


def not_converted(path: Path, detail: str) -> DeckError:
    """LibreOffice was there and could not convert the file."""
    rest = "could not be converted by LibreOffice; open it in PowerPoint, save it as .pptx and add that file."
    return _refusal(DeckErrorKind.DAMAGED, path, rest, detail)


def damaged(path: Path, detail: str) -> DeckError:
    """The right kind of file with a content that cannot be read."""
    rest = "is damaged; open it in PowerPoint, let it repair the file, and save it again."
    return _refusal(DeckErrorKind.DAMAGED, path, rest, detail)


def damaged_pdf(path: Path, detail: str) -> DeckError:
    """A PDF that PDFium cannot read."""
    rest = "is a damaged PDF; make it again in the program it came from."
    return _refusal(DeckErrorKind.DAMAGED, path, rest, detail)


def unsafe(path: Path, detail: str) -> DeckError:
    """XML built to harm its reader: entity declarations, thousands of nested elements."""
    rest = "contains instructions no presentation needs, so Slidecast will not open it; ask its sender for a new copy."
    return _refusal(DeckErrorKind.DAMAGED, path, rest, detail)


def too_large(path: Path, detail: str) -> DeckError:
    """More content than any presentation has, or a zip bomb."""
    rest = (
        "unpacks to far more than a presentation needs, so Slidecast will not open it; ask its sender for a new copy."
    )
    return _refusal(DeckErrorKind.TOO_LARGE, path, rest, detail)


def too_many_slides(path: Path, count: int, limit: int) -> DeckError:
    """A book, or a slide list that names one slide over and over."""
    rest = f"has {count:,} slides, more than the {limit:,} of one video; divide it into several files."
    return _refusal(DeckErrorKind.TOO_LARGE, path, rest)


def no_slides(path: Path) -> DeckError:
    """A presentation without a slide."""
    return _refusal(DeckErrorKind.NO_SLIDES, path, "has no slides; add at least one in PowerPoint and save it.")


def blank_pages(path: Path) -> DeckError:
    """A PDF with nothing on any page."""
    return _refusal(DeckErrorKind.NO_SLIDES, path, "has only empty pages; make the PDF again from its presentation.")


def all_left_out(path: Path) -> DeckError:
    """The presenter has left out every slide."""
    return _refusal(DeckErrorKind.ALL_HIDDEN, path, "has no slide left; show at least one of them in the storyboard.")


def all_hidden(path: Path) -> DeckError:
    """A presentation with nothing to show."""
    rest = "has only hidden slides; show at least one of them in PowerPoint (Slide Show > Hide Slide) and save it."
    return _refusal(DeckErrorKind.ALL_HIDDEN, path, rest)


def no_notes_in_pdf(path: Path) -> DeckError:
    """Notes cannot be written into a PDF."""
    rest = "is a PDF, which holds no notes; add the presentation it was made from, and write the copy of that."
    return _refusal(DeckErrorKind.WRONG_TYPE, path, rest)


def no_notes_in_format(path: Path) -> DeckError:
    """Notes cannot be written into a format that had to be converted."""
    rest = "is not a .pptx file, and notes are written into those only; save it as .pptx and add that file."
    return _refusal(DeckErrorKind.WRONG_TYPE, path, rest)
