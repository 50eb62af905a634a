"""Asks for the settings of jobs that are in the list already, with the fields of the next render."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.presets import Preset
from slidecast_gui.ui.look.columns import Columns
from slidecast_gui.ui.look.fields import labelled
from slidecast_gui.ui.look.sheet import Sheet
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.settings.settings_fields import SettingsFields
from slidecast_gui.ui.settings.voice_listing import VoiceList

_WIDTH = 860
"""Wide enough for three columns of equal width."""


class JobSettingsDialog(Sheet):
    """Shows the settings of the first of some jobs; `changes` are the values that differ from those shown.

    So several jobs can be given one new voice, and each keeps the size it has.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        theme: Theme,
        voices: VoiceList,
        own_presets: Sequence[Preset],
        *,
        again: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`again` tells that new jobs will be made of these, which have ended."""
        super().__init__(theme, _WIDTH, parent)
        self._shown = jobs[0].settings
        self._fields = SettingsFields(theme, voices, self)
        self._fields.main.preset.offer(own_presets)
        self.done_button = QPushButton(self.tr("Render again") if again else self.tr("Change settings"))
        self.setWindowTitle(self.done_button.text())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lay_out(jobs, again=again)
        self._fields.show_settings(self._shown)
        self._fields.main.voice.load()

    @property
    def changes(self) -> dict[str, Any]:
        """The settings that were changed, by their names in `RenderSettings`."""
        return self._shown.differences(self._fields.settings)

    def _lay_out(self, jobs: Sequence[Job], *, again: bool) -> None:
        name = self.tr("“{name}”").format(name=jobs[0].name)
        title = QLabel(name if len(jobs) == 1 else self.tr("{n} decks").format(n=len(jobs)))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        note = QLabel(self._note(len(jobs), again=again))
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(3 * SPACE, 0, 3 * SPACE, SPACE)
        head.setSpacing(SPACE)
        head.addWidget(title)
        head.addWidget(note)
        fields = [
            labelled(words, field, self.tr("{text}.").format(text=explanation))
            for words, field, explanation in self._fields.main.rows
        ]
        main = Columns(fields, len(fields), 4 * SPACE, 2 * SPACE)
        main.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 0)
        outer = QVBoxLayout()
        outer.setContentsMargins(0, 3 * SPACE, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addLayout(main)
        outer.addWidget(self._fields.more)
        # What is left goes here, not between the fields.
        outer.addStretch(1)
        self.fill(outer, self._buttons())

    def _note(self, count: int, *, again: bool) -> str:
        if count > 1:
            return self.tr("Only what you change here is changed; in all else each deck keeps its own settings.")
        if again:
            return self.tr("A new job is made with these settings; the one in the list stays as it is.")
        return self.tr("These settings are for this deck alone; those of the next render stay as they are.")

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.done_button.setProperty("look", "primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.done_button)
        return row
