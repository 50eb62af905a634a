"""The presenter's own sound for a slide."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from slidecast_gui.ui.dropping.drops import local_paths
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import SPACE, Theme

SOUND_ENDINGS = tuple(
    f".{ending}"
    for ending in "wav mp3 m4a aac flac ogg oga opus wma aif aiff caf amr mka webm mp4 m4v mov mkv".split()  # noqa: SIM905
)
"""Endings of files that may hold a sound; a video gives its sound."""


def sound_of(mime: QMimeData) -> Path | None:
    """The sound a drag brings: one file, by its name alone, as this runs while the mouse moves."""
    paths = local_paths(mime)
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in SOUND_ENDINGS else None


class SoundField(QFrame):
    """Says what is heard instead of a voice. `chosen` carries a file, `removed` and `record_wanted` nothing."""

    chosen = Signal(object)
    removed = Signal()
    record_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("soundField")
        self._picture = QLabel()
        self._name = QLabel()
        self.remove = QToolButton()
        self.choose = QPushButton(self.tr("Choose…"))
        self.record = QPushButton(self.tr("Record…"))
        self._obstacle = QLabel()
        self._recorder: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._prepare()
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_sound("")
        self.show_obstacle("")

    @property
    def text(self) -> str:
        """What is said of the sound."""
        return self._name.text()

    def show_sound(self, name: str) -> None:
        """Shows the name of the slide's own sound; empty: it has none."""
        self._name.setText(name or self.tr("Drop a sound file here to be heard instead of the voice."))
        self._name.setToolTip(name)
        self._name.setProperty("role", "" if name else "caption")
        self._name.style().polish(self._name)
        self._picture.setVisible(bool(name))
        self.remove.setVisible(bool(name))

    def take_recorder(self, recorder: QWidget) -> None:
        """What records gets its place below the buttons, hidden until `show_recorder`."""
        recorder.hide()
        self._recorder = recorder
        self._column.addWidget(recorder)

    def show_recorder(self) -> None:
        """A sound is going to be recorded."""
        if self._recorder is not None:
            self._recorder.show()
            self._show_recording(shown=True)

    def hide_recorder(self) -> None:
        """Nothing is to be recorded; what was not used or discarded stays to be decided about."""
        if self._recorder is not None:
            self._recorder.hide()
            self._show_recording(shown=False)

    def show_obstacle(self, sentence: str) -> None:
        """Why nothing can be recorded; empty where it can."""
        self._obstacle.setText(sentence)
        self._obstacle.setAccessibleName(sentence)
        self._obstacle.setVisible(bool(sentence))
        self.record.setEnabled(not sentence)
        name_field(self.record, self.tr("Record"), sentence or self.tr("Says this slide with your own voice"))
        self._restyle()

    @Slot(bool)
    def welcome(self, dragged: bool) -> None:
        """Shows that what is dragged may be dropped."""
        self.setProperty("dragged", dragged)
        self.style().polish(self)

    def _prepare(self) -> None:
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        name_field(self.choose, self.tr("Choose a sound"), self.tr("A sound file is heard instead of the voice"))
        self._obstacle.setProperty("role", "caption")
        self._obstacle.setTextFormat(Qt.TextFormat.PlainText)
        self._obstacle.setWordWrap(True)
        name_field(self.remove, self.tr("Remove the sound"), self.tr("The voice is heard again"))
        self.choose.clicked.connect(self._ask)
        self.record.clicked.connect(self._record_or_not)
        self.remove.clicked.connect(lambda: self.removed.emit())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self._picture)
        top.addWidget(self._name, 1)
        top.addWidget(self.remove)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.record)
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(SPACE)
        self._column.addLayout(top)
        self._column.addLayout(buttons)
        self._column.addWidget(self._obstacle)

    @Slot()
    def _record_or_not(self) -> None:
        if self._recorder is not None and self._recorder.isVisible():
            self.hide_recorder()
        else:
            self.record_wanted.emit()

    def _show_recording(self, *, shown: bool) -> None:
        self.record.setText(self.tr("Close") if shown else self.tr("Record…"))
        self._restyle()

    @Slot()
    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        endings = " ".join(f"*{ending}" for ending in SOUND_ENDINGS)
        kinds = f"{self.tr('Sounds')} ({endings});;{self.tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a sound for this slide"), folder, kinds)
        if path:
            self.chosen.emit(Path(path))

    def _restyle(self) -> None:
        tones = self._theme.tones
        self._picture.setPixmap(
            icons.tinted_icon("sound", tones.good_text).pixmap(self._theme.scaled(20), self._theme.scaled(20))
        )
        self.remove.setIcon(icons.icon("close", tones))
        icons.before_text(self.choose, "folder", tones.text)
        recording = self._recorder is not None and self._recorder.isVisible()
        red = tones.bad_text if self.record.isEnabled() else tones.line_strong
        icons.before_text(self.record, "close" if recording else "record", tones.text if recording else red)
