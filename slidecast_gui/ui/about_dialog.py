"""What this program is, and which version."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui import __version__
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.sheet import Sheet
from slidecast_gui.ui.look.theme import SPACE, Theme

_WIDTH = 420


class AboutDialog(Sheet):
    """The icon, the version, and what it stands on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, parent)
        self.setWindowTitle(self.tr("About Slidecast"))
        picture = QLabel()
        picture.setPixmap(icons.app_picture(theme.scaled(88), self.devicePixelRatioF(), theme.tones))
        name = QLabel(self.tr("Slidecast {version}").format(version=__version__))
        name.setProperty("role", "title")
        what = QLabel(self.tr("Narrated videos from decks, made on this computer and nowhere else."))
        stands_on = QLabel(
            self.tr(
                "With Qt {qt}, betteroffice-pptx, espeak-ng, FFmpeg, moviepy, Pillow, PDFium and python-pptx."
            ).format(qt=qVersion())
        )
        stands_on.setProperty("role", "caption")
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        outer = QVBoxLayout()
        outer.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, SPACE)
        outer.setSpacing(SPACE)
        for label in (picture, name, what, stands_on):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            outer.addWidget(label)
        below = QHBoxLayout()
        below.addWidget(close, alignment=Qt.AlignmentFlag.AlignCenter)
        self.fill(outer, below)
