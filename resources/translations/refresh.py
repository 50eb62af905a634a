"""Brings the translations up to date with the program's texts, and compiles them.

python resources/translations/refresh.py [LANGUAGE ...]

Without languages, all that there are. Afterwards translate what is "unfinished" in the .ts files (with
`pyside6-linguist`, or an editor), and run it again.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1] / "slidecast_gui"
_SAY = re.compile(r"(?<![\w.])say\((?=\s*[\"'])")
"""lupdate knows no function that implies a context; for it, the calls are written out."""


def refresh(languages: list[str]) -> None:
    """Rewrites the .ts and .qm files of these languages."""
    files = [HERE / f"slidecast_{language}.ts" for language in languages] or sorted(HERE.glob("slidecast_*.ts"))
    with tempfile.TemporaryDirectory() as scratch:
        sources = []
        for path in sorted(PACKAGE.rglob("*.py")):
            copy = Path(scratch) / path.relative_to(PACKAGE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(_SAY.sub('QCoreApplication.translate("Wording", ', path.read_text("utf-8")), "utf-8")
            sources.append(str(copy))
        for file in files:
            language = file.stem.partition("_")[2]
            options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
            run("pyside6-lupdate", *sources, *options, "-ts", str(file))
            run("pyside6-lrelease", str(file), "-qm", str(file.with_suffix(".qm")))


def run(tool: str, *arguments: str) -> None:
    """Runs a tool of PySide6, which lies beside the interpreter."""
    subprocess.run([str(Path(sys.executable).with_name(tool)), *arguments], check=True)


if __name__ == "__main__":
    refresh(sys.argv[1:])
