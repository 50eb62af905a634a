"""PySide6 6.12.0 on Python 3.11 aborts after some 550 emits: no version that does so may come in unnoticed."""

from __future__ import annotations

import subprocess
import sys

EMITS = 5_000

PROGRAM = f"""
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Source(QObject):
    told = Signal(bool, str, object)

app = QCoreApplication([])
source, heard = Source(), []
source.told.connect(lambda *values: heard.append(values))
for number in range({EMITS}):
    source.told.emit(number % 2 == 0, "x", None)
print(len(heard))
"""


def test_thousands_of_signals_do_not_end_the_process() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, str(EMITS)), ended.stderr[-2000:]
