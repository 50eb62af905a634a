"""Pictures of jobs, read away from the window."""

from __future__ import annotations

import zipfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from slidecast_gui.ui.look.thumbnails import Thumbnails


def test_picture_in_a_deck_is_shown_until_its_first_slide_is_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "thumbnail.jpeg"
    image = QImage(256, 192, QImage.Format.Format_RGB32)
    image.fill(QColor("#2A9D8F"))
    image.save(str(picture))
    huge = tmp_path / "huge.png"
    QImage(2100, 2000, QImage.Format.Format_Mono).save(str(huge))
    thumbnails = Thumbnails(QSize(256, 144), 10)
    sizes = {}
    for name, entry, source in (
        ("sound", "docProps/thumbnail.jpeg", picture),
        ("another kind", "docProps/thumbnail.png", picture),
        ("huge", "docProps/thumbnail.png", huge),
        ("without", "docProps/app.xml", picture),
    ):
        deck = tmp_path / f"{name}.pptx"
        with zipfile.ZipFile(deck, "w") as package:
            package.write(source, entry)
        with qtbot.waitSignal(thumbnails.arrived):
            thumbnails.picture(str(deck))
        found = thumbnails.picture(str(deck))
        sizes[name] = found and found.size().toTuple()
    assert sizes == {"sound": (192, 144), "another kind": None, "huge": None, "without": None}
    thumbnails.stop()


def test_thumbnails_arrive_and_files_without_a_picture_stay_empty(qtbot: QtBot, tmp_path: Path) -> None:
    picture, nonsense = tmp_path / "slide.png", tmp_path / "text.png"
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(QColor("#2A9D8F"))
    image.save(str(picture))
    nonsense.write_text("no picture", encoding="utf-8")
    thumbnails = Thumbnails(QSize(256, 144), 10)
    for path in (picture, nonsense):
        with qtbot.waitSignal(thumbnails.arrived):
            assert thumbnails.picture(str(path)) is None
    assert thumbnails.picture(str(picture)).size() == QSize(256, 144)  # type: ignore[union-attr]
    assert thumbnails.picture(str(nonsense)) is None
    thumbnails.stop()
