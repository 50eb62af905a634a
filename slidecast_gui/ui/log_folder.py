"""The way to the program's log."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from slidecast_gui.system.logs import LOG_FILE
from slidecast_gui.ui import desktop
from slidecast_gui.ui.banner import Banner


class LogFolder(QObject):
    """Shows the log in its folder, or says that there is none."""

    def __init__(self, folder: Path, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._log = folder / LOG_FILE
        self._banner = banner

    @Slot()
    def show(self) -> None:
        """Asks the file manager for it."""
        # Windows keeps it elsewhere for a Python from its Store, where other programs find it under that name only
        # (https://github.com/python/cpython/issues/95029).
        if not desktop.show_in_folder(self._log.resolve()):
            words = self.tr("There is no log: “{folder}” cannot be opened.")
            self._banner.say([words.format(folder=self._log.parent)])
