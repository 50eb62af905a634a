"""LibreOffice, where it is installed: found in every system's usual places, and run so that it can do no harm.

Each run has a throw-away profile (a presenter's own LibreOffice, open at the same time, would take over the
conversion), works on a copy of the file (no lock file appears beside the deck), runs no macros, follows no links,
and is ended with everything it started when its time is over or the work is cancelled.
"""

from __future__ import annotations

import functools
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import IO, Any

from slidecast_gui.errors import Cancelled, SlidecastError
from slidecast_gui.system.allowance import Allowance
from slidecast_gui.system.giving_way import give_way

OVERRIDE_VARIABLE = "SLIDECAST_LIBREOFFICE"
"""Names the executable to use; "none" means: act as if LibreOffice were not installed."""

_POLL_S = 0.05
_MOST_MEMORY_BYTES = 640 << 20
"""Real decks of 150 slides take little more than half of it. That it is more is noticed a moment late."""
_VERSION_TIMEOUT_S = 20.0
_COMMANDS = ("soffice", "libreoffice")
# https://learn.microsoft.com/windows/win32/procthread/process-creation-flags; `subprocess` has them on Windows only.
_CREATE_NEW_PROCESS_GROUP, _CREATE_NO_WINDOW = 0x00000200, 0x08000000
# Port 9 is "discard" (RFC 863): whatever would be fetched over HTTP meets a closed door on this computer.
_DEAD_PROXY_HOST, _DEAD_PROXY_PORT = "127.0.0.1", "9"
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
# Paths and names of LibreOffice's configuration schema (officecfg). Unknown names are ignored by older versions.
_PROFILE_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", _DEAD_PROXY_HOST),
    (_INTERNET, "ooInetHTTPProxyPort", _DEAD_PROXY_PORT),
    (_INTERNET, "ooInetHTTPSProxyName", _DEAD_PROXY_HOST),
    (_INTERNET, "ooInetHTTPSProxyPort", _DEAD_PROXY_PORT),
    (_INTERNET, "ooInetFTPProxyName", _DEAD_PROXY_HOST),
    (_INTERNET, "ooInetFTPProxyPort", _DEAD_PROXY_PORT),
)


class LibreOfficeError(SlidecastError):
    """LibreOffice is absent, failed, or took too long. `kind` starts with "libreoffice-"."""


def usual_places(platform: str, environment: Mapping[str, str]) -> tuple[PurePath, ...]:
    """Where installers put LibreOffice's executable, best first; PATH is looked at before these.

    `platform` is as `sys.platform`. Nothing is looked up on the disk, so that each system's list can be read anywhere.
    """
    if platform == "win32":
        return _windows_places(environment)
    home = PurePosixPath(environment.get("HOME", "/nonexistent"))
    if platform == "darwin":
        inside = "LibreOffice.app/Contents/MacOS/soffice"
        return (PurePosixPath("/Applications", inside), home / "Applications" / inside)
    return (
        PurePosixPath("/usr/bin/soffice"),
        PurePosixPath("/usr/local/bin/soffice"),
        PurePosixPath("/usr/lib/libreoffice/program/soffice"),
        PurePosixPath("/usr/lib64/libreoffice/program/soffice"),
        PurePosixPath("/opt/libreoffice/program/soffice"),
        PurePosixPath("/snap/bin/libreoffice"),
        PurePosixPath("/var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice"),
        home / ".local/share/flatpak/exports/bin/org.libreoffice.LibreOffice",
    )


def find_libreoffice() -> Path | None:
    """Return the executable to run, or None where LibreOffice is not installed."""
    override = os.environ.get(OVERRIDE_VARIABLE, "").strip()
    if override:
        named = Path(override).expanduser()
        return named if override.lower() != "none" and named.is_file() else None
    for command in _COMMANDS:
        found = shutil.which(command)
        if found:
            return Path(found)
    for place in (*usual_places(sys.platform, os.environ), *_versioned_places()):
        if Path(place).is_file():
            return Path(place)
    return None


def version(path: Path) -> str:
    """Return what `path` says of itself ("LibreOffice 7.4.7.2 ..."), or "unknown" where it does not answer in time."""
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        return "unknown"
    return _version_of(path, stamp)


def convert(
    source: Path,
    to: str,
    folder: Path,
    timeout_s: float,
    cancelled: Callable[[], bool] | None = None,
    *,
    cpu_s: float = math.inf,
) -> Path:
    """Convert `source` to the format with the ending `to` ("pdf", "pptx"); return the new file in `folder`.

    Raises LibreOfficeError where it is absent, fails, makes no file, takes longer than `timeout_s` seconds or `cpu_s`
    seconds of processor time (which a slow disk and other programs leave alone) or too much memory, and Cancelled soon
    after `cancelled()` becomes true.
    """
    program = find_libreoffice()
    if program is None:
        raise LibreOfficeError("libreoffice-missing", "LibreOffice is not installed; install it, then try again.")
    folder.mkdir(parents=True, exist_ok=True)
    # In the caller's folder and not the system's: LibreOffice from a snap or flatpak does not see /tmp. On Windows a
    # killed process can hold its files a moment longer; the caller's folder goes soon anyway.
    with tempfile.TemporaryDirectory(prefix="libreoffice-", dir=folder, ignore_cleanup_errors=True) as name:
        work = Path(name)
        _write_profile(work / "profile")
        copy = work / f"deck{source.suffix}"
        shutil.copyfile(source, copy)
        made = work / "made"
        details = _run(
            _command(program, copy, to, work), work, Allowance(timeout_s, cpu_s, _MOST_MEMORY_BYTES), cancelled
        )
        results = [path for path in made.glob(f"*.{to}") if path.stat().st_size > 0] if made.is_dir() else []
        if not results:
            raise LibreOfficeError(
                "libreoffice-failed",
                "LibreOffice could not convert this deck; open it in PowerPoint or LibreOffice and save it as .pptx.",
                details,
            )
        target = folder / f"{source.stem}.{to}"
        results[0].replace(target)
    return target


def _windows_places(environment: Mapping[str, str]) -> tuple[PurePath, ...]:
    roots = [environment.get(name, "") for name in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")]
    local, home = environment.get("LOCALAPPDATA", ""), environment.get("USERPROFILE", "")
    if local:
        roots.append(str(PureWindowsPath(local, "Programs")))
    if home:
        roots.append(str(PureWindowsPath(home, "scoop", "apps", "libreoffice", "current")))
    folders = [PureWindowsPath(root, "LibreOffice", "program") for root in dict.fromkeys(roots) if root]
    # soffice.com is the same program for the console: it waits for the end and hands on the exit code.
    return tuple(folder / name for folder in folders for name in ("soffice.com", "soffice.exe"))


def _versioned_places() -> tuple[Path, ...]:
    """List where the Document Foundation's own Linux packages lie: a folder for each version; newest first."""
    if sys.platform in ("win32", "darwin"):
        return ()
    return tuple(sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True))


@functools.lru_cache(maxsize=8)
def _version_of(path: Path, _modified_ns: int) -> str:
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=_VERSION_TIMEOUT_S, **_unseen()
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return "unknown"
    return answer.stdout.strip() or "unknown"


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _PROFILE_SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n',
        encoding="utf-8",
    )


def _command(program: Path, source: Path, to: str, work: Path) -> list[str]:
    return [
        str(program),
        f"-env:UserInstallation={(work / 'profile').absolute().as_uri()}",
        "--headless",
        "--invisible",
        "--nologo",
        "--norestore",
        "--nodefault",
        "--nolockcheck",
        "--convert-to",
        to,
        "--outdir",
        str((work / "made").absolute()),
        str(source.absolute()),
    ]


def _run(command: list[str], work: Path, allowance: Allowance, cancelled: Callable[[], bool] | None) -> str:
    """Run to the end; return what was written to stderr. Whatever happens, nothing of it is left running."""
    with (work / "stderr.txt").open("w+b") as stderr:
        try:
            process = _start(command, work, stderr)
        except OSError as error:
            sentence = "LibreOffice could not be started; install it again, then try again."
            raise LibreOfficeError("libreoffice-failed", sentence, str(error)) from error
        try:
            _wait(process, allowance, cancelled)
        finally:
            _end(process)
        stderr.seek(0)
        return f"exit code {process.returncode}\n" + stderr.read()[-4000:].decode("utf-8", "replace")


def _start(command: list[str], work: Path, stderr: IO[bytes]) -> subprocess.Popen[bytes]:
    proxy = f"http://{_DEAD_PROXY_HOST}:{_DEAD_PROXY_PORT}"
    environment = {**os.environ, "http_proxy": proxy, "https_proxy": proxy, "SAL_USE_VCLPLUGIN": "svp"}
    # What it leaves lying about when it is killed goes with the rest of its work.
    environment |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(work.absolute()))
    # A group of its own, so that all of it can be ended together.
    group = _unseen(_CREATE_NEW_PROCESS_GROUP) if sys.platform == "win32" else {**_unseen(), "start_new_session": True}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr, env=environment, **group)
    # Its own session would not be bound by what the render was told.
    give_way(process.pid)
    return process


def _unseen(flags: int = 0) -> dict[str, Any]:
    """Options with which a program is started unseen, and without our input.

    On Windows a program for the console is given a window of its own by one that has no console, and one that inherits
    a pipe from which another thread reads may wait for that (https://github.com/python/cpython/issues/78961).
    """
    if sys.platform == "win32":
        return {"stdin": subprocess.DEVNULL, "creationflags": _CREATE_NO_WINDOW | flags}
    return {"stdin": subprocess.DEVNULL}


def _wait(process: subprocess.Popen[bytes], allowance: Allowance, cancelled: Callable[[], bool] | None) -> None:
    while True:
        try:
            process.wait(timeout=_POLL_S)
            return
        except subprocess.TimeoutExpired:
            if cancelled is not None and cancelled():
                raise Cancelled from None
            if exceeded := allowance.exceeded(process.pid):
                raise LibreOfficeError(
                    "libreoffice-timeout",
                    "LibreOffice took too long, or too much memory, over this deck; choose the built-in renderer.",
                    exceeded,
                ) from None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the whole group: `soffice` is only a launcher, the work is done by processes it has started."""
    if sys.platform == "win32":
        if process.poll() is None:
            end = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(end, capture_output=True, check=False, **_unseen())
    else:
        # The group outlives its leader while any member is alive, so this also ends what a dead launcher left.
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        except PermissionError:
            # macOS says this, not "no such process", of a group whose only member has ended and is not yet waited for.
            process.kill()
    process.wait()
