"""Where the log goes: a file that is rotated, and nothing on the terminal but warnings of our own."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_FILE = "slidecast.log"
_LOG_BYTES = 1_000_000
_LOG_FILES = 3


def log_to_file(folder: Path) -> None:
    """Log to `LOG_FILE` in `folder`; where that cannot be written, log nowhere: a log is no reason to fail."""
    # The window and terminals write one file; on Windows none of them can rotate it while another has it open. A record
    # that is not written for that is no reason for a traceback on somebody's terminal.
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_FILE, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"))
    root.addHandler(handler)
