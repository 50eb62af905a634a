"""The first slides of jobs as pictures for the list, read and scaled away from the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QObject,
    QRunnable,
    QSize,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtGui import QImage, QImageReader, QPixmap

from slidecast_gui.endings import DECK_ENDINGS

_FIRST_AFTER_MS = 200
_MOST_PIXELS = 4_000_000
"""Of a picture in a deck: real ones have 256 x 192. What claims to be larger is not decoded."""


class Thumbnails(QObject):
    """Pictures by path. Asking for one that is not there yet starts reading it; `arrived` tells when it is there."""

    arrived = Signal(str)
    _read = Signal(str, QImage)

    def __init__(self, largest: QSize, kept: int, parent: QObject | None = None) -> None:
        """`largest` is the box a picture must fit into, in physical pixels; `kept` how many stay in memory."""
        super().__init__(parent)
        self._kept = kept
        self._largest = largest
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._wanted: set[str] = set()
        self._asked: list[str] = []
        self._pool = QThreadPool(self)
        # One thread: reading is short, and the render beside it wants the cores.
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._keep)
        # Not while the window is painted for the first time: the first look into a deck loads all that reads decks.
        self._first = QTimer(self, singleShot=True, interval=_FIRST_AFTER_MS)
        self._first.timeout.connect(self._begin)
        self._has_begun = False

    def picture(self, path: str) -> QPixmap | None:
        """The picture of a file, or the one in a deck; None while it is being read, and for a file that holds none."""
        found = self._pictures.get(path)
        if found is not None:
            self._pictures.move_to_end(path)
            return None if found.isNull() else found
        if path and path not in self._wanted:
            self._wanted.add(path)
            if self._has_begun:
                self._pool.start(_Read(self._read, path, self._largest))
            else:
                self._asked.append(path)
                if not self._first.isActive():
                    self._first.start()
        return None

    def forget(self, path: str) -> None:
        """The file at `path` has changed: it is read again when it is next asked for."""
        self._pictures.pop(path, None)

    def stop(self) -> None:
        """Ends reading; to be called before the owner goes."""
        self._first.stop()
        self._pool.clear()
        self._pool.waitForDone()

    @Slot()
    def _begin(self) -> None:
        self._has_begun = True
        for path in self._asked:
            self._pool.start(_Read(self._read, path, self._largest))
        self._asked.clear()

    @Slot(str, QImage)
    def _keep(self, path: str, image: QImage) -> None:
        self._wanted.discard(path)
        # A pixmap belongs to the GUI thread, so it is made here and not where the picture was read.
        self._pictures[path] = QPixmap.fromImage(image)
        while len(self._pictures) > self._kept:
            self._pictures.popitem(last=False)
        self.arrived.emit(path)


class _Read(QRunnable):
    """Reads one picture. The signal is the owner's: one owned by a runnable may never be delivered."""

    def __init__(self, read: SignalInstance, path: str, largest: QSize) -> None:
        super().__init__()
        self._signal = read
        self._path = path
        self._largest = largest

    def run(self) -> None:
        """Always tells, with a null image where there is no picture, so that nothing waits for ever."""
        path = Path(self._path)
        image = _of_deck(path) if path.suffix.lower() in DECK_ENDINGS else _of_picture(QImageReader(self._path))
        if not image.isNull():
            # Not by the reader, which leaves out rows and columns: a slide is mostly thin lines of text.
            ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(self._largest, ratio, smooth)
        self._signal.emit(self._path, image)


def _of_deck(path: Path) -> QImage:
    """The picture that is kept in a deck; read as what it is called, and as nothing else."""
    # Here, as the window opens sooner without all that reads decks.
    from slidecast_gui.deck.preview import embedded_preview

    data, kind = embedded_preview(path)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer, kind.encode())
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not data or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    return _of_picture(reader)


def _of_picture(reader: QImageReader) -> QImage:
    reader.setAutoTransform(True)
    return reader.read()
