"""A rehearsal from its first word to its last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from slidecast_gui.deck import Deck, read_deck, take_snapshot
from slidecast_gui.rehearsal import hearing
from slidecast_gui.rehearsal.copying import write_copy
from slidecast_gui.rehearsal.drawing import Drawing, look_of
from slidecast_gui.rehearsal.messages import (
    Edited,
    Listen,
    LookAt,
    Opened,
    Opening,
    Reply,
    Request,
    Resettled,
    SlideFacts,
    Trouble,
    WriteCopy,
)
from slidecast_gui.rehearsal.troubles import told
from slidecast_gui.rehearsal.wanted import Wanted
from slidecast_gui.rehearsal.worker import SlideWorker
from slidecast_gui.workshop.pieces import PieceStore
from slidecast_gui.workshop.shelf import Shelf

Say = Callable[[Reply], None]


def rehearse(opening: Opening, requests: Iterable[Request], say: Say, stopped: Callable[[], bool]) -> None:
    """Rehearse the deck of `opening` until the `requests` end; `say` is called from several threads.

    A deck that cannot be read is told, and ends it. What is being drawn or read ends soon after `stopped()`.
    """
    scratch = Path(opening.scratch)
    with told(say):
        deck = read_deck(take_snapshot(Path(opening.deck), scratch), scratch, stopped)
        say(_opened(deck))
        rehearsal = Rehearsal(deck, opening, say, stopped)
        rehearsal.start()
        try:
            for request in requests:
                rehearsal.take(request)
        finally:
            rehearsal.close()


class Rehearsal:
    """The threads of one: one draws, one finds out lengths, one does what was asked for by name."""

    def __init__(self, deck: Deck, opening: Opening, say: Say, stopped: Callable[[], bool]) -> None:
        self._deck = deck
        self._opening = opening
        self._say = say
        self._scratch = Path(opening.scratch)
        shelf = Shelf(PieceStore(Path(opening.pieces)))
        self._wanted = Wanted(deck, opening.settings, opening.edits, shelf)
        self._artist = Drawing(deck, self._wanted, shelf, self._scratch, say, stopped)
        self._drawing = SlideWorker("draw", self._draw, self._artist.close)
        self._timing = SlideWorker("time", self._time)
        self._errands = ThreadPoolExecutor(1, "errands")
        self._numbers = range(1, len(deck.slides) + 1)

    def start(self) -> None:
        """All slides are drawn, and all lengths are told."""
        for worker in (self._drawing, self._timing):
            worker.add(self._numbers)
            worker.start()

    def take(self, request: Request) -> None:
        """Do what was asked for, on other threads."""
        match request:
            case Listen(number) | Edited(number) if number not in self._numbers:
                self._say(Trouble(f"This deck has no slide {number}.", number=number, is_heard=True))
            case LookAt(numbers):
                self._drawing.prefer(numbers)
                self._timing.prefer(numbers)
            case Edited(number, edit):
                self._wanted.edit(number, edit)
                self._timing.add([number])
            case Resettled():
                self._resettle(request)
            case Listen(number):
                self._errands.submit(self._listen, number)
            case WriteCopy(path):
                self._errands.submit(self._write_copy, path)
            case Opening():
                raise ValueError("a rehearsal is of one deck")

    def close(self) -> None:
        """End all threads, each after the slide it is on."""
        self._errands.shutdown(wait=False, cancel_futures=True)
        for worker in (self._drawing, self._timing):
            worker.close()
        for worker in (self._drawing, self._timing):
            worker.join()
        self._errands.shutdown()

    def _resettle(self, request: Resettled) -> None:
        looked = look_of(self._wanted.settings)
        self._wanted.resettle(request.settings)
        self._timing.add(self._numbers)
        if look_of(request.settings) != looked:
            self._drawing.add(self._numbers)

    def _draw(self, number: int) -> None:
        with told(self._say, number):
            self._artist.draw(number)

    def _time(self, number: int) -> None:
        with told(self._say, number, is_heard=True):
            reply = hearing.timed(self._wanted, number)
            if reply is not None:
                self._say(reply)

    def _listen(self, number: int) -> None:
        with told(self._say, number, is_heard=True):
            self._say(hearing.heard(self._wanted, number, self._scratch))

    def _write_copy(self, path: str) -> None:
        with told(self._say):
            self._say(write_copy(self._deck, self._wanted.scripts, Path(self._opening.deck), Path(path)))


def _opened(deck: Deck) -> Opened:
    facts = (
        SlideFacts(slide.slide_id, slide.number, slide.title, slide.notes, slide.hidden, slide.language)
        for slide in deck.slides
    )
    return Opened(deck.title, deck.sha256, deck.size.ratio, tuple(facts))
