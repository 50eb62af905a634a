"""What this program is, and which version."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui import __version__
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.theme import SPACE


class AboutDialog(QDialog):
    """The icon, the version, and what it stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Slidecast"))
        picture = QLabel()
        picture.setPixmap(icons.app_picture(88, self.devicePixelRatioF()))
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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
        outer.setSpacing(SPACE)
        for label in (picture, name, what, stands_on):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            outer.addWidget(label)
        outer.addSpacing(SPACE)
        outer.addWidget(close, alignment=Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(420)
