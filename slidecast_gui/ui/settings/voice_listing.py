"""Which voices there are, as the presenter chooses among them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
    told = subprocess.run(
        [*child_command("voices"), "--json"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_WITHIN_S,
        check=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    voices = json.loads(told.stdout)
    return tuple(ListedVoice(voice["voice_id"], voice["name"], voice["language"]) for voice in voices)
