"""`slidecast-gui presets`: settings that go together, and what becomes of the presenter's own."""

from __future__ import annotations

import json

from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.paths import data_paths
from slidecast_gui.presets import SHIPPED, Preset, PresetShelf


def run(arguments: Arguments) -> int:
    """List every preset, one a line or as one JSON array, or do what was asked for."""
    shelf = PresetShelf(data_paths(arguments.data_dir).presets)
    match arguments.action:
        case "export":
            shelf.export(arguments.name, arguments.file.absolute())
            print(arguments.file)
        case "import":
            preset = shelf.read(arguments.file)
            shelf.keep(preset)
            print(preset.name)
        case "remove":
            shelf.remove(arguments.name)
        case _:
            _list([*SHIPPED, *shelf.own()], as_json=arguments.json)
    return 0


def _list(presets: list[Preset], *, as_json: bool) -> None:
    if as_json:
        told = [{"name": one.name, "own": one not in SHIPPED, "settings": dict(one.values)} for one in presets]
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    widest = max(len(preset.name) for preset in presets)
    for preset in presets:
        print(f"{preset.name:{widest}}  {', '.join(f'{name} {value}' for name, value in preset.values.items())}")
