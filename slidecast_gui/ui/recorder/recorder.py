"""Recording what is said on one slide."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.look.fields import labelled
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.recorder.access import load_microphone
from slidecast_gui.ui.recorder.level_meter import LevelMeter
from slidecast_gui.ui.recorder.listening import Listening
from slidecast_gui.ui.recorder.permission import Permission
from slidecast_gui.ui.recorder.session import MicrophoneLoader, Phase, Session
from slidecast_gui.ui.wording import clock


class Recorder(QFrame):
    """Record, listen, again, use it. `recorded` carries the path of a WAV file that is whole and there to stay.

    What was neither used nor discarded when the widget went is offered again by the next `record_for` of the file.
    """

    recorded = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        load: MicrophoneLoader = load_microphone,
        permission: Permission | None = None,
    ) -> None:
        """`load` makes what listens; it may raise NoMultimedia."""
        super().__init__(parent)
        self._theme = theme
        self.session = Session(self, load, permission or Permission())
        self.listening = Listening(self)
        self.device = Choice(theme)
        self.meter = LevelMeter(theme)
        self.record = QPushButton()
        self.listen = QPushButton()
        self.use = QPushButton(self.tr("Use it"))
        self.discard = QPushButton(self.tr("Discard"))
        self._time = QLabel()
        self._words = QLabel()
        self._trouble = ""
        self._prepare()
        self._lay_out()
        self._connect()
        self._show_devices()
        self._show()

    @property
    def words(self) -> str:
        """What is said under the buttons; empty where nothing is."""
        return self._words.text()

    @property
    def obstacle(self) -> str:
        """Why there is nothing to be done here; empty where something can be recorded, or is to be decided about."""
        return "" if self.session.phase is Phase.DECIDING else self.session.obstacle

    def record_for(self, target: Path) -> None:
        """Turns to the WAV file of a slide; what was being recorded for another one is kept undecided."""
        self.listening.stop()
        self._trouble = ""
        self.session.record_for(target)

    def finish(self) -> None:
        """Ends listening and recording; nothing is lost. To be called before the window goes."""
        self.listening.stop()
        self.session.finish()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who is not seen does not listen."""
        if not event.spontaneous():
            self.finish()
        super().hideEvent(event)

    @Slot()
    def _record_or_stop(self) -> None:
        self.listening.stop()
        self._trouble = ""
        if self.session.phase is Phase.RECORDING:
            self.session.finish()
        else:
            self.session.start(str(self.device.value))

    @Slot()
    def _listen_or_stop(self) -> None:
        path = self.session.path
        if path is not None:
            self._trouble = ""
            self.listening.toggle(path)

    @Slot()
    def _use(self) -> None:
        self.listening.stop()
        path = self.session.accept()
        if path is not None:
            self.recorded.emit(str(path))

    @Slot()
    def _discard(self) -> None:
        self.listening.stop()
        self._trouble = ""
        self.session.discard()

    @Slot()
    def _show(self) -> None:
        """Everything as the session is now."""
        phase, obstacle = self.session.phase, self.session.obstacle
        recording = phase is Phase.RECORDING
        if not recording:
            self.meter.rest()
        texts = {
            Phase.EMPTY: self.tr("Record"),
            Phase.RECORDING: self.tr("Stop"),
            Phase.DECIDING: self.tr("Record again"),
        }
        tips = {
            Phase.EMPTY: self.tr("Records what you say on this slide"),
            Phase.RECORDING: self.tr("Ends the recording; you can listen to it before you use it"),
            Phase.DECIDING: self.tr("Records anew in place of this recording"),
        }
        self.record.setText(texts[phase])
        self._explain(self.record, obstacle or tips[phase])
        self.record.setEnabled(recording or not obstacle)
        self.device.setEnabled(not recording and not obstacle)
        for button in (self.listen, self.use, self.discard):
            button.setVisible(phase is Phase.DECIDING)
        self._show_listening()
        self._show_time()
        self._say(self._trouble or obstacle or self._advice())
        self._restyle()

    @Slot()
    def _show_devices(self) -> None:
        """The microphones that are there now; the chosen one stays where it is among them."""
        chosen = self.device.value
        self.device.clear()
        for name, device_id in self.session.devices:
            self.device.addItem(name, device_id)
        if not self.session.devices:
            self.device.addItem(self.tr("No microphone"), "")
        self.device.select(chosen)

    @Slot()
    def _show_listening(self) -> None:
        on = self.listening.is_on
        self.listen.setText(self.tr("Stop listening") if on else self.tr("Listen"))
        self._explain(self.listen, self.tr("Plays this recording"))
        self._restyle()

    @Slot(float)
    def _show_level(self, amplitude: float) -> None:
        self.meter.show_peak(amplitude)
        self._show_time()
        self._say(self._trouble or self._advice())

    def _show_time(self) -> None:
        text = clock(self.session.seconds)
        if text != self._time.text():
            self._time.setText(text)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._trouble = sentence
        self._show()

    def _advice(self) -> str:
        """What to do next. A microphone takes up to a second to start: what is said before that would be lost."""
        if self.session.phase is Phase.DECIDING:
            return self.tr("Not used yet: listen, then use it, discard it or record again.")
        if self.session.phase is Phase.RECORDING:
            return self.tr("Speak now.") if self.session.seconds else self.tr("Starting the microphone…")
        return ""

    def _say(self, words: str) -> None:
        if words == self._words.text() and words:
            return
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._words.setVisible(bool(words))

    def _explain(self, button: QPushButton, text: str) -> None:
        button.setToolTip(text)
        button.setAccessibleDescription(text)

    def _prepare(self) -> None:
        self.setAccessibleName(self.tr("Recording"))
        # Names of microphones are long; this stands in a narrow panel.
        self.device.setMinimumContentsLength(12)
        self.device.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.use.setProperty("look", "primary")
        self.discard.setProperty("look", "link")
        self._explain(self.use, self.tr("Makes this recording the sound of the slide"))
        self._explain(self.discard, self.tr("Deletes this recording"))
        self._time.setProperty("role", "title")
        self._time.setMinimumWidth(self._time.fontMetrics().horizontalAdvance("00:000"))
        self._words.setProperty("role", "muted")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)

    def _lay_out(self) -> None:
        heard = QHBoxLayout()
        heard.setSpacing(SPACE)
        heard.addWidget(self.record)
        heard.addWidget(self._time)
        heard.addStretch(1)
        heard.addWidget(self.discard)
        decision = QHBoxLayout()
        decision.setSpacing(SPACE)
        decision.addWidget(self.use)
        decision.addWidget(self.listen)
        decision.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + SPACE // 2)
        column.addLayout(labelled(self.tr("Microphone"), self.device, self.tr("What you speak into"), shown=False))
        column.addLayout(heard)
        column.addWidget(self.meter)
        column.addLayout(decision)
        column.addWidget(self._words)

    def _connect(self) -> None:
        self.session.changed.connect(self._show_devices)
        self.session.changed.connect(self._show)
        self.session.level.connect(self._show_level)
        self.session.failed.connect(self._fail)
        self.listening.changed.connect(self._show_listening)
        self.listening.failed.connect(self._fail)
        self.record.clicked.connect(self._record_or_stop)
        self.listen.clicked.connect(self._listen_or_stop)
        self.use.clicked.connect(self._use)
        self.discard.clicked.connect(self._discard)
        self._theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        tones = self._theme.tones
        recording = self.session.phase is Phase.RECORDING
        tone = tones.bad_text if self.record.isEnabled() else tones.line_strong
        icons.before_text(self.record, "stop" if recording else "record", tone)
        icons.before_text(self.listen, "stop" if self.listening.is_on else "start", tones.text)
