"""What the window and a rehearsal say to each other: frozen data, a line of JSON each.

The window sends an `Opening` first, and then any of the other requests, in any order and without waiting; a later
request may be answered before an earlier one. The end of its words means that it is gone. Slides are known by their
number in the deck, from 1, hidden slides counted; edits by `Slide.slide_id`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

from slidecast_gui.edits import Edits, SlideEdit, edits_from_dict, edits_to_dict
from slidecast_gui.errors import SlidecastError
from slidecast_gui.settings import RenderSettings


@dataclass(frozen=True, slots=True)
class Opening:
    """Rehearse a deck: all its slides are drawn, one after the other, and their lengths are told.

    `pieces` is the folder of the piece store, shared with renders, `scratch` a folder of this rehearsal alone, which
    it empties at its end. Paths are absolute.
    """

    name: ClassVar[str] = "open"
    deck: str
    pieces: str
    scratch: str
    settings: RenderSettings
    edits: Edits


@dataclass(frozen=True, slots=True)
class Edited:
    """The presenter has changed a slide; what depends on it is made anew. The path of its `sound` is absolute."""

    name: ClassVar[str] = "edited"
    number: int
    edit: SlideEdit


@dataclass(frozen=True, slots=True)
class Resettled:
    """Other settings for the whole deck: another voice, another speed."""

    name: ClassVar[str] = "resettled"
    settings: RenderSettings


@dataclass(frozen=True, slots=True)
class LookAt:
    """Draw and time these slides before all others, in this order; those that are not in the deck are passed over."""

    name: ClassVar[str] = "look-at"
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listen:
    """Give what is heard on a slide as a sound file; answered by `Heard` or `Trouble`."""

    name: ClassVar[str] = "listen"
    number: int


@dataclass(frozen=True, slots=True)
class WriteCopy:
    """Write a copy of the deck with the edited scripts as its notes; answered by `CopyWritten` or `Trouble`."""

    name: ClassVar[str] = "write-copy"
    path: str


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """One slide as the deck has it, without the presenter's edits."""

    slide_id: str
    number: int
    title: str
    notes: str
    hidden: bool
    language: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The deck has been read. `ratio` is its slides' width divided by their height."""

    name: ClassVar[str] = "opened"
    title: str
    sha256: str
    ratio: float
    slides: tuple[SlideFacts, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A slide's picture, a PNG at most 1920 pixels wide, lies at `path`; `warnings` are sentences about it."""

    name: ClassVar[str] = "drawn"
    number: int
    path: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timed:
    """How many seconds a slide takes in the video, as edited; 0 for one that is left out. `heard`: not silent."""

    name: ClassVar[str] = "timed"
    number: int
    seconds: float
    heard: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard on a slide, from its appearing to its end: a WAV file of exactly `seconds`, silence included."""

    name: ClassVar[str] = "heard"
    number: int
    path: str
    seconds: float


@dataclass(frozen=True, slots=True)
class CopyWritten:
    """The copy of the deck lies at `path`."""

    name: ClassVar[str] = "copy-written"
    path: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something could not be done, in a sentence. `number` is the slide it is about; None: the deck, or the copy.

    `is_heard` tells that it is about what is heard on the slide; otherwise it is about its picture.
    """

    name: ClassVar[str] = "trouble"
    sentence: str
    detail: str = ""
    number: int | None = None
    is_heard: bool = False


Request = Opening | Edited | Resettled | LookAt | Listen | WriteCopy
Reply = Opened | Drawn | Timed | Heard | CopyWritten | Trouble

_REQUESTS: dict[str, type[Request]] = {
    kind.name: kind for kind in (Opening, Edited, Resettled, LookAt, Listen, WriteCopy)
}
_REPLIES: dict[str, type[Reply]] = {kind.name: kind for kind in (Opened, Drawn, Timed, Heard, CopyWritten, Trouble)}


def to_line(message: Request | Reply) -> str:
    """One line of JSON, without its end."""
    told: dict[str, Any] = asdict(message)
    match message:
        case Opening():
            told |= {"settings": message.settings.to_dict(), "edits": edits_to_dict(message.edits)}
        case Resettled():
            told["settings"] = message.settings.to_dict()
        case Edited():
            told["edit"] = message.edit.to_dict()
    return json.dumps({"name": message.name, **told}, ensure_ascii=False)


def request_of(line: str) -> Request:
    """The request of a line that `to_line` wrote. Raises ValueError for anything else."""
    request: Request = _message_of(line, _REQUESTS)
    return request


def reply_of(line: str) -> Reply:
    """The reply of a line that `to_line` wrote. Raises ValueError for anything else."""
    reply: Reply = _message_of(line, _REPLIES)
    return reply


def _message_of(line: str, kinds: Mapping[str, type[Any]]) -> Any:  # noqa: ANN401 - one of `kinds`
    try:
        told = json.loads(line)
        kind = kinds[told.pop("name")]
        return kind(**{name: _READ[name](value) if name in _READ else value for name, value in told.items()})
    except (AttributeError, KeyError, TypeError, ValueError, SlidecastError) as error:
        raise ValueError(f"not a message of a rehearsal: {line[:200]!r}") from error


def _slides_of(told: Sequence[Mapping[str, Any]]) -> tuple[SlideFacts, ...]:
    return tuple(SlideFacts(**facts) for facts in told)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "settings": RenderSettings.from_dict,
    "edits": edits_from_dict,
    "edit": SlideEdit.from_dict,
    "slides": _slides_of,
    "warnings": tuple,
    "numbers": tuple,
}
"""How the fields that are not plain JSON are read."""
