"""Parts side by side, as far as there is room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from slidecast_gui.ui.look.columns import Columns


@pytest.fixture
def parts() -> list[QPushButton]:
    made = [QPushButton(str(number)) for number in range(5)]
    for part in made:
        part.setFixedSize(100, 30)
    return made


@pytest.mark.parametrize(("width", "rows"), [(900, 2), (340, 2), (319, 3), (209, 5), (60, 5)])
def test_columns_become_rows_where_it_is_narrow(qtbot: QtBot, parts: list[QPushButton], width: int, rows: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    columns = []
    for part in parts:
        columns.append(QVBoxLayout())
        columns[-1].addWidget(part)
    layout = Columns(columns, most=3, across=10, down=5)
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    assert holder.heightForWidth(width) == rows * 30 + (rows - 1) * 5
    holder.resize(max(width, 100), 400)
    holder.show()
    assert len({part.y() for part in parts}) == rows
