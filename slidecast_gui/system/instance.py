"""One window for one data folder: a second launch hands its decks to the first, and goes.

The first listens at a local socket (a named pipe on Windows) whose name follows from the data folder. A launch that
can connect writes one JSON line, `{"decks": [absolute paths], "start": whether they are to be rendered}`, is answered
by one line, `taken`, and confirms with `yours`. Only then are the decks the first one's: a launch that has waited too
long keeps them for a window of its own.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from slidecast_gui.system.windows import let_others_come_forward

_log = logging.getLogger(__name__)

_TAKEN = b"taken\n"
_YOURS = b"yours\n"
_CONNECT_MS = 1000
_ANSWER_MS = 5000
"""Longer than a busy window keeps anyone waiting; one that hangs does not keep the presenter from their decks."""
_LONGEST_LINE = 4 * 2**20

_NOBODY = (QLocalSocket.LocalSocketError.ServerNotFoundError, QLocalSocket.LocalSocketError.ConnectionRefusedError)
"""What connecting ends with where nobody listens; a socket file left behind by a crash refuses the connection."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a launch was given."""

    decks: tuple[Path, ...]
    start: bool


class Instance(QObject):
    """One launch among others over the same data folder.

    `decks_handed` carries the paths of a later one, and whether they are to be rendered at once.
    """

    decks_handed = Signal(list, bool)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = instance_name(data)
        self._callers: dict[QLocalSocket, _Offer | None] = {}
        """Who is connected, and the decks they have offered."""
        self._server = QLocalServer(self)
        # Another account of this computer has no business with this one's decks.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self, decks: Sequence[Path], *, start: bool = True) -> bool:
        """Whether this launch is to open a window; False where another one has taken `decks`.

        A window that does not answer, or a system without local sockets, costs only the sharing of one window.
        """
        # Two launches at once must not both find nobody there, and one remove the other's socket.
        lock = QLockFile(QDir(QDir.tempPath()).filePath(f"{self._name}.lock"))
        lock.tryLock(_ANSWER_MS)
        try:
            return self._claim(_Offer(tuple(decks), start))
        finally:
            lock.unlock()

    def close(self) -> None:
        """Later launches open a window of their own: this one is about to go."""
        self._server.close()

    def _claim(self, offer: _Offer) -> bool:
        first = QLocalSocket()
        first.connectToServer(self._name)
        if first.waitForConnected(_CONNECT_MS):
            return not _hand_over(first, offer)
        if first.error() in _NOBODY:
            QLocalServer.removeServer(self._name)
            if self._server.listen(self._name):
                return True
        _log.warning("a later launch will open a window of its own: %s", self._server.errorString())
        return True

    @Slot()
    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.setReadBufferSize(_LONGEST_LINE)
            caller.readyRead.connect(self._listen_to_callers)
            caller.disconnected.connect(self._part)
            self._callers[caller] = None
        # What was written before a connection was taken is not announced again.
        self._listen_to_callers()

    @Slot()
    def _listen_to_callers(self) -> None:
        for caller in [caller for caller in self._callers if caller.canReadLine()]:
            offered, line = self._callers[caller], bytes(caller.readLine().data())
            if offered is None and (offer := _offer_of(line)) is not None:
                self._callers[caller] = offer
                caller.write(_TAKEN)
                caller.flush()
                continue
            caller.disconnectFromServer()
            if offered is not None and line == _YOURS:
                self.decks_handed.emit(list(offered.decks), offered.start)

    @Slot()
    def _part(self) -> None:
        """Lets go of callers that have gone; later, as one of them is telling so."""
        for caller in list(self._callers):
            if caller.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                del self._callers[caller]
                caller.deleteLater()


def instance_name(data: Path) -> str:
    """The name under which the window over this data folder is found; short, as paths of sockets must be."""
    return f"slidecast-{hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:24]}"


def _hand_over(first: QLocalSocket, offer: _Offer) -> bool:
    """Gives decks to the first window; whether it has taken them."""
    line = json.dumps({"decks": [str(deck.absolute()) for deck in offer.decks], "start": offer.start}).encode()
    first.write(line + b"\n")
    while not first.canReadLine():
        if not first.waitForReadyRead(_ANSWER_MS):
            _log.warning("the window that is open does not answer: %s", first.errorString())
            return False
    if bytes(first.readLine().data()) != _TAKEN:
        return False
    # The first window comes forward when it has heard this.
    let_others_come_forward()
    first.write(_YOURS)
    return bool(first.waitForBytesWritten(_ANSWER_MS) or not first.bytesToWrite())


def _offer_of(line: bytes) -> _Offer | None:
    """What a caller's line offers; None where it is not one of ours."""
    try:
        said = json.loads(line)
        decks, start = said["decks"], said["start"]
    except (ValueError, KeyError, TypeError):
        _log.warning("a caller said what no launch says")
        return None
    if not isinstance(decks, list) or not all(isinstance(deck, str) for deck in decks) or not isinstance(start, bool):
        return None
    return _Offer(tuple(map(Path, decks)), start)
