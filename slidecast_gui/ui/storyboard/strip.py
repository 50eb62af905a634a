"""The slides of a deck, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.storyboard.slide_model import Role, SlideModel
from slidecast_gui.ui.storyboard.strip_delegate import Index, StripDelegate

_REST_MS = 120
"""Scrolling that pauses so long has arrived."""


class Strip(QListView):
    """One slide is chosen, always: `chosen_changed` carries its number. `seen_changed` tells what is in sight."""

    chosen_changed = Signal(int)
    seen_changed = Signal()

    def __init__(self, model: SlideModel, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slides = model
        self._cards = StripDelegate(theme, thumbnails, self)
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Slides"))
        self.setAccessibleDescription(self.tr("The arrow keys and Page Up and Page Down choose a slide"))
        self.setMouseTracking(True)
        # All slides have one height: hundreds of them are laid out by measuring one.
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(24)
        # As high as there is room.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.fit(168)
        # Scrolling past slides is not looking at them.
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.seen_changed)
        self.verticalScrollBar().valueChanged.connect(lambda: self._rest.start())
        self.verticalScrollBar().rangeChanged.connect(lambda: self._rest.start())
        thumbnails.arrived.connect(self._repaint_picture)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def chosen(self) -> int:
        """The number of the chosen slide; 0 while there is none."""
        return self.currentIndex().row() + 1

    @property
    def seen(self) -> Sequence[int]:
        """The numbers of the slides that are in sight."""
        top = max(0, self.indexAt(QPoint(2 * SPACE, SPACE)).row())
        height = max(1, self._cards.sizeHint(QStyleOptionViewItem(), QModelIndex()).height())
        count = self.viewport().height() // height + 2
        return range(top + 1, min(top + count, self._slides.rowCount()) + 1)

    def choose(self, number: int) -> None:
        """Chooses a slide and brings it into view; one that is not there is not chosen."""
        index = self._slides.index(number - 1)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Chooses the slide so many places further on."""
        self.choose(min(max(1, self.chosen + by), self._slides.rowCount()))

    def fit(self, picture_width: int) -> None:
        """Pictures are so wide, in device-independent pixels, and the strip as wide as they need."""
        self._cards.fit(picture_width)
        self.setFixedWidth(self._cards.sizeHint(QStyleOptionViewItem(), QModelIndex()).width() + SPACE + 12)
        self.scheduleDelayedItemsLayout()

    def shape(self, ratio: float) -> None:
        """The slides have this width divided by their height."""
        self._cards.shape(ratio)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """By mouse, by keyboard, or by `choose`."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen_changed.emit(current.row() + 1)

    @Slot(str)
    def _repaint_picture(self, path: str) -> None:
        """A picture has been read: repaints it, where it is in sight."""
        for number in self.seen:
            index = self._slides.index(number - 1)
            if index.data(Role.SLIDE).picture == path:
                self.update(index)
