"""The page with jobs on it: filters, list, details, and the settings of the next render."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from slidecast_gui.presets import PresetShelf
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.details.details_pane import DetailsPane
from slidecast_gui.ui.joblist.filter_row import FilterRow
from slidecast_gui.ui.joblist.job_list import JobList
from slidecast_gui.ui.joblist.job_model import JobModel
from slidecast_gui.ui.joblist.nothing_found import NothingFound
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.look.yielding import Yielding
from slidecast_gui.ui.queueing.hold_line import HoldLine
from slidecast_gui.ui.settings.next_render import NextRender
from slidecast_gui.ui.settings.voice_listing import VoiceList


class JobsPage(QWidget):
    """Puts the parts side by side; what happens between them is the window's business."""

    def __init__(
        self,
        model: JobModel,
        settings: RenderSettings,
        theme: Theme,
        thumbnails: Thumbnails,
        portraits: Thumbnails,
        voices: VoiceList,
        presets: PresetShelf,
        parent: QWidget | None = None,
    ) -> None:
        """`thumbnails` are the small pictures of the list, `portraits` the larger ones of the details."""
        super().__init__(parent)
        self._model = model
        self.filters = FilterRow(theme)
        self.chips = self.filters.chips
        self.hold = HoldLine(theme)
        self.list = JobList(model, theme, thumbnails)
        self.details = DetailsPane(theme, portraits)
        self.next_render = NextRender(settings, theme, voices, presets)
        self.nothing = NothingFound()
        left = QWidget()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, SPACE // 2, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.filters)
        over_the_list = QVBoxLayout()
        over_the_list.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 0)
        over_the_list.addWidget(self.hold)
        column.addLayout(over_the_list)
        column.addLayout(self._stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.splitter, 1)
        outer.addWidget(Yielding(self.next_render))
        model.modelReset.connect(self._show_nothing)
        model.rowsInserted.connect(self._show_nothing)
        model.rowsRemoved.connect(self._show_nothing)
        self._show_nothing()

    def forbid(self, sentence: str) -> None:
        """No job can be changed, and the sentence says why; an empty one allows it."""
        for part in (self.hold, self.list, self.details):
            part.forbid(sentence)

    def _show_nothing(self) -> None:
        """Says so where a filter leaves nothing, instead of showing an empty sheet."""
        is_filled = self._model.rowCount() > 0
        # What is not shown must not take the height that the list could do without.
        height = QSizePolicy.Policy.Ignored if is_filled else QSizePolicy.Policy.Preferred
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, height)
        if is_filled:
            self._stack.setCurrentWidget(self.list)
        else:
            self._stack.setCurrentWidget(self.nothing)
            self.nothing.say(self._model.wanted)
