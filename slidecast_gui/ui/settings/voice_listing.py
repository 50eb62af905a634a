"""Which voices there are, as the presenter chooses among them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from slidecast_gui.system.giving_way import GIVING_WAY_ON_WINDOWS, give_way
from slidecast_gui.system.talking import child_command

_WITHIN_S = 60.0


@dataclass(frozen=True, slots=True)
class ListedVoice:
    """As in `narration.Voice`: `voice_id` is "ENGINE:NAME", `language` a BCP 47 tag."""

    voice_id: str
    name: str
    language: str


VoiceList = Callable[[], Sequence[ListedVoice]]
"""Lists the voices; may take seconds. Raises OSError, subprocess.SubprocessError and ValueError where it cannot."""


def listed_voices() -> Sequence[ListedVoice]:
    """Every voice on this computer.

    Asked of a process of its own: the libraries of the engines take a second to load, in which the interpreter has
    little time for the window.
    """
    command = [*child_command("voices"), "--json"]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) | GIVING_WAY_ON_WINDOWS,
    ) as asked:
        give_way(asked.pid)
        try:
            told, _ = asked.communicate(timeout=_WITHIN_S)
        except subprocess.TimeoutExpired:
            asked.kill()
            raise
    if asked.returncode:
        raise subprocess.CalledProcessError(asked.returncode, command)
    voices = json.loads(told)
    return tuple(ListedVoice(voice["voice_id"], voice["name"], voice["language"]) for voice in voices)
