"""Paths as the table keeps and compares them."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path


def absolute(path: str | Path) -> str:
    """The path as a row keeps it: absolute, without "..", links left as the presenter knows them."""
    return os.path.abspath(Path(path).expanduser())  # noqa: PTH100 - Path.absolute keeps ".."


def path_key(path: str | Path) -> str:
    """A text that is equal for two paths where the system takes them for one file by their names."""
    text = os.path.normcase(absolute(path))
    if sys.platform == "darwin":
        # Its usual file systems keep the case of a name and how its letters are composed, and ignore both; the Finder
        # decomposes them, Qt composes them. normcase knows only Windows.
        return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return text


def settled_output(output: str) -> str:
    """A destination as a row keeps it: a relative one is meant from where we are now, not where the render will be."""
    if not output:
        return ""
    # The separator at the end says that a folder is meant, even if it is not there yet.
    return absolute(output) + (os.sep if output.endswith(("/", os.sep)) else "")
