"""`slidecast-gui voices`: what can speak the notes."""

from __future__ import annotations

import json
from dataclasses import asdict

from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.narration import voices


def run(arguments: Arguments) -> int:
    """List every voice, one a line, or as one JSON array."""
    known = voices()
    if arguments.json:
        print(json.dumps([asdict(voice) for voice in known], ensure_ascii=False, indent=1))
        return 0
    widest = max((len(voice.voice_id) for voice in known), default=0)
    for voice in known:
        print(f"{voice.voice_id:{widest}}  {voice.language:8}  {voice.name}")
    return 0
