"""`slidecast-gui doctor`: what Slidecast found on this computer, for whoever wonders why."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import sys
from typing import Any

from slidecast_gui import __version__
from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.cli.display import has_display
from slidecast_gui.cli.qt_libraries import missing_packages
from slidecast_gui.narration import engines, voices
from slidecast_gui.paths import DataPaths, data_paths
from slidecast_gui.slides.fonts import plan_fonts, system_catalogue
from slidecast_gui.system.libreoffice import find_libreoffice
from slidecast_gui.system.libreoffice import version as libreoffice_version
from slidecast_gui.video.codecs import codec_states

_LIBRARIES = (
    "PySide6", "betteroffice-pptx", "peewee", "lxml", "Pillow", "numpy", "moviepy", "av", "pypdfium2",
    "espeakng-loader",
)  # fmt: skip

_USUAL_FONTS = (
    "Aptos", "Arial", "Calibri", "Cambria", "Century Gothic", "Consolas", "Courier New", "Georgia", "Open Sans",
    "Segoe UI", "Tahoma", "Times New Roman", "Trebuchet MS", "Verdana", "Wingdings", "Malgun Gothic", "MS Gothic",
    "SimSun", "Yu Gothic",
)  # fmt: skip
"""What most decks are written in."""


def run(arguments: Arguments) -> int:
    """Print the findings, as text or as one JSON object."""
    findings = _findings(data_paths(arguments.data_dir))
    if arguments.json:
        print(json.dumps(findings, ensure_ascii=False, indent=1))
    else:
        _print_text(findings)
    return 0


def _findings(paths: DataPaths) -> dict[str, Any]:
    office = find_libreoffice()
    return {
        "versions": {
            "slidecast": __version__,
            "python": platform.python_version(),
            "system": platform.platform(),
            **{name: _version(name) for name in _LIBRARIES},
        },
        "window": _window_state(),
        "codecs": codec_states(),
        "libreoffice": {"path": str(office), "version": libreoffice_version(office)} if office else None,
        "voices": {
            "count": len(voices()),
            "engines": [
                {"name": engine.name, "available": engine.available, "version": engine.version, "reason": engine.reason}
                for engine in engines()
            ],
        },
        "fonts": [
            {"font": font.name, "drawn_with": font.family, "likeness": font.likeness.value if font.likeness else "same"}
            for font in plan_fonts(_USUAL_FONTS, system_catalogue()).fonts
        ],
        "data": {
            "database": str(paths.database),
            "preferences": str(paths.preferences),
            "pieces": str(paths.pieces),
            "logs": str(paths.logs),
        },
    }


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def _window_state() -> str:
    """Whether a window can open; "ok", or what is missing."""
    if not has_display(sys.platform, os.environ):
        return "there is no display"
    if packages := missing_packages(sys.platform, os.environ):
        return f"packages of the system are missing: {' '.join(packages)}"
    try:
        import PySide6.QtWidgets  # noqa: F401 - loading it is the question
    except ImportError as error:
        return str(error)
    return "ok"


def _print_text(findings: dict[str, Any]) -> None:
    for title, found in findings.items():
        print(title.capitalize())
        for line in _lines(found):
            print(f"  {line}")
    sys.stdout.flush()


def _lines(found: object) -> list[str]:
    if isinstance(found, dict):
        return [f"{name}: {value}" if not isinstance(value, list) else f"{name}:" for name, value in found.items()] + [
            f"  {line}" for value in found.values() if isinstance(value, list) for line in _lines(value)
        ]
    if isinstance(found, list):
        return [", ".join(f"{value}" for value in entry.values() if value != "") for entry in found]
    return [str(found) if found is not None else "not found"]
