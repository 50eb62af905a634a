"""How long a slide is shown at least."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import SPACE
from slidecast_gui.ui.storyboard.script_edits import seconds_of
from slidecast_gui.ui.storyboard.script_field import KeepsKeys


class DurationField(QWidget):
    """A time in seconds, or nothing for a slide that is shown as long as what is said. `changed` carries it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self._wrong = QLabel(self.tr("Give 0.1 to 3600 seconds, or nothing."))
        explanation = self.tr("The slide is shown at least this long; empty: as long as what is said takes")
        name_field(self.field, self.tr("Shown at least, in seconds"), explanation)
        self.field.setPlaceholderText(self.tr("auto"))
        self.field.setMaximumWidth(110)
        self.field.setAcceptDrops(False)
        self.field.installEventFilter(KeepsKeys(self))
        self.field.textEdited.connect(self._edited)
        self._wrong.setProperty("role", "error")
        self._wrong.hide()
        label = QLabel(self.tr("Show &at least"))
        label.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(label)
        row.addWidget(self.field)
        row.addWidget(QLabel(self.tr("seconds")))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self._shown: float | None = None

    def show_seconds(self, seconds: float | None, *, anew: bool) -> None:
        """Shows a time; unless it is shown `anew`, what is being typed for the same time stays as it was typed."""
        if anew or seconds != self._shown:
            self._shown = seconds
            self.field.setText("" if seconds is None else QLocale().toString(seconds, "g", 6))
            self._wrong.hide()

    @Slot(str)
    def _edited(self, text: str) -> None:
        try:
            seconds = seconds_of(text)
        except ValueError:
            self._wrong.show()
            self.field.setAccessibleDescription(self._wrong.text())
            return
        self._wrong.hide()
        self.field.setAccessibleDescription(self.field.toolTip())
        if seconds != self._shown:
            self._shown = seconds
            self.changed.emit(seconds)
