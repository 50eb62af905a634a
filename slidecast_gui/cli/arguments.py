"""What can be said on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from slidecast_gui import __version__
from slidecast_gui.cli.job_actions import add_actions
from slidecast_gui.paths import DATA_DIR_VARIABLE
from slidecast_gui.presets import SHIPPED
from slidecast_gui.settings import FRAME_RATES, FRAME_SIZES, RenderSettings

Arguments = argparse.Namespace

COMMANDS = {
    "window": "window",
    "render": "render",
    "slides": "slides",
    "jobs": "jobs",
    "voices": "voices",
    "presets": "presets",
    "doctor": "doctor",
    "install-desktop": "install_desktop",
}
"""Each command and the module of `slidecast_gui.cli` whose `run(arguments)` it is."""

_PRESET = SHIPPED[0].name

_EPILOG = """\
commands:
  render DECK [...]   render in the terminal
  slides DECK -o DIR  only the slide pictures
  jobs                past and waiting jobs; `jobs --help` says what can be done with them
  voices              the voices that can speak the notes
  presets             settings that go together; also export, import, remove
  doctor              what Slidecast found on this computer
  install-desktop     Slidecast among the applications of a Linux desktop; `--remove` takes it away

Each has its own --help. With no command, the window opens and renders the DECKs.
"""


def parse(words: Sequence[str]) -> Arguments:
    """The arguments in `words`; exits with status 2 and a usage line where they make no sense."""
    words = list(words)
    command = _find_command(words)
    if command is None:
        arguments = _window_parser().parse_args(words)
        arguments.command = "window"
        return arguments
    return _command_parser().parse_args([*command])


def _find_command(words: list[str]) -> list[str] | None:
    """The words with the command first where there is one: `--data-dir` may stand before it."""
    skip = 0
    for place, word in enumerate(words):
        if skip:
            skip -= 1
        elif word == "--data-dir":
            skip = 1
        elif word.startswith("--data-dir="):
            continue
        elif word in COMMANDS and word != "window":
            return [word, *words[:place], *words[place + 1 :]]
        else:
            return None
    return None


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data-dir",
        metavar="DIR",
        type=Path,
        help=f"keep database, cache, settings and logs in DIR (also: ${DATA_DIR_VARIABLE})",
    )
    return common


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="slidecast-gui",
        description="Narrated videos from PowerPoint decks.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_common()],
    )
    parser.add_argument("--version", action="version", version=f"Slidecast {__version__}")
    parser.add_argument("decks", nargs="*", type=Path, metavar="DECK", help="decks to render in the window")
    parser.add_argument("--add", action="store_true", help="put the decks into the window without rendering them")
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="slidecast-gui")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_render(commands.add_parser("render", parents=[_common()], help="render decks in the terminal"))
    _add_slides(commands.add_parser("slides", parents=[_common()], help="make slide pictures"))
    _add_jobs(commands.add_parser("jobs", parents=[_common()], help="past and waiting jobs"))
    _add_presets(commands.add_parser("presets", parents=[_common()], help="settings that go together"))
    for name, text in (
        ("voices", "the voices that can speak the notes"),
        ("doctor", "what was found on this computer"),
    ):
        _add_json(commands.add_parser(name, parents=[_common()], help=text, description=f"List {text}."))
    _add_install(commands.add_parser("install-desktop", parents=[_common()], help="list Slidecast on the desktop"))
    return parser


def _add_install(parser: argparse.ArgumentParser) -> None:
    parser.description = "List Slidecast among the applications of a Linux desktop, and offer it for presentations."
    parser.add_argument("--remove", action="store_true", help="take it away again")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def _add_render(parser: argparse.ArgumentParser) -> None:
    default = RenderSettings()
    parser.description = "Render decks to narrated videos with captions and chapters."
    parser.add_argument("decks", nargs="+", type=Path, metavar="DECK")
    parser.add_argument(
        "-o", "--output", default="", metavar="OUT", help="a .mp4 file or a folder; default: beside the deck"
    )
    parser.add_argument(
        "--preset", default=_PRESET, metavar="NAME", help="settings that go together, one of `presets` (%(default)s)"
    )
    own = parser.add_argument_group("settings", "What is not said here is as the preset says.")
    own.add_argument("--size", choices=tuple(FRAME_SIZES), help=f"frame size ({default.size})")
    own.add_argument("--fps", type=int, choices=FRAME_RATES, help=f"frames a second ({default.fps})")
    _add_renderer(own, None)
    own.add_argument("--voice", metavar="NAME", help=f"a voice of `voices`, auto or none ({default.voice})")
    own.add_argument("--rate", type=int, metavar="WPM", help=f"words a minute ({default.rate})")
    own.add_argument("--pitch", type=int, metavar="0-100", help=f"the voice's pitch ({default.pitch})")
    own.add_argument(
        "--seconds-per-slide", type=float, metavar="S",
        help=f"how long a slide without notes is shown ({default.seconds_per_slide})",
    )  # fmt: skip
    own.add_argument("--transition", choices=("none", "fade"), help=f"between slides ({default.transition})")
    own.add_argument(
        "--slide-images", action=argparse.BooleanOptionalAction,
        help="keep the slide pictures in a folder beside the video",
    )  # fmt: skip
    _add_json(parser)


def _add_renderer(parser: argparse._ActionsContainer, default: str | None) -> None:
    parser.add_argument(
        "--renderer", choices=("auto", "builtin", "libreoffice"), default=default, help="what draws slides (auto)"
    )


def _add_presets(parser: argparse.ArgumentParser) -> None:
    parser.description = "List presets, or do something with your own."
    _add_json(parser)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    for name, text in (
        ("export", "write a preset to FILE, for a colleague or another computer"),
        ("import", "add the preset of FILE to your own"),
        ("remove", "forget one of your own"),
    ):
        action = actions.add_parser(name, help=text, description=text, parents=[_later_options()])
        if name != "import":
            action.add_argument("name", metavar="NAME")
        if name != "remove":
            action.add_argument("file", type=Path, metavar="FILE")


def _add_slides(parser: argparse.ArgumentParser) -> None:
    parser.description = "Write the slide pictures as slide-001.png ..., numbered by their place in the deck."
    parser.add_argument("deck", type=Path, metavar="DECK")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="the folder, made where it is missing"
    )
    parser.add_argument("--width", type=_width, default=1920, metavar="W", help="width in pixels (%(default)s)")
    parser.add_argument("--hidden", action="store_true", help="hidden slides too")
    _add_renderer(parser, "auto")
    _add_json(parser)


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.description = "List jobs, newest first, or do something with them."
    _add_json(parser)
    parser.add_argument(
        "--status", choices=("queued", "running", "paused", "done", "failed", "cancelled"), help="only these"
    )
    parser.add_argument(
        "--search",
        default="",
        metavar="TEXT",
        help="only jobs with TEXT in their deck's name, title or path, or in their error",
    )
    add_actions(parser.add_subparsers(dest="action", metavar="ACTION"), _later_options)


def _later_options() -> argparse.ArgumentParser:
    """The same options behind an action's name; unset there, they do not undo what stood before it."""
    options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    options.add_argument("--data-dir", type=Path, help=argparse.SUPPRESS)
    return options


def _width(text: str) -> int:
    width = int(text)
    if not 16 <= width <= 8192:
        raise argparse.ArgumentTypeError("the width must be between 16 and 8192 pixels")
    return width
