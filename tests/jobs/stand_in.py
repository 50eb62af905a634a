"""A process that stands for the render child: it speaks the protocol, and its deck's name says how it behaves."""

import ctypes
import faulthandler
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path


def say(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)


def wait_for_cancel() -> None:
    for line in sys.stdin:
        if line.strip() == "cancel":
            break
    say("finished", status="cancelled")


def engine_takes(slide: int | None) -> None:
    say("engine-called", slide=slide)
    threading.Event().wait()


def finish(spec: dict[str, str]) -> None:
    Path(spec["video"]).write_bytes(b"video of " + spec["job_id"].encode())
    say(
        "finished",
        status="done",
        video=spec["video"],
        created_files=[spec["video"]],
        duration_s=12.5,
        slides=3,
        pieces_made=3,
    )


def main() -> None:  # noqa: C901 - a case for each behaviour
    spec = json.loads(sys.stdin.readline())
    Path(spec["scratch"]).mkdir(parents=True)
    behaviour = Path(spec["deck"]).stem.split(" ")[0]
    if behaviour == "stuckunread":
        say("engine-called", slide=2)
    elif behaviour not in ("unread", "swelling"):
        say("deck", title="A title", slides=3, sha256=hashlib.sha256(Path(spec["deck"]).read_bytes()).hexdigest())
    say("progress", stage="slides", fraction=0.42, slide=7)
    match behaviour:
        case "crash":
            print("the codec gave up", file=sys.stderr, flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
        case "crashzero":
            os.write(2, b"the codec gave up at \0 and \xff\n")
            os._exit(9)
        case "segfault":
            faulthandler.enable()
            ctypes.string_at(0)
        case "crashonce" if spec["attempt"] == 1:
            os._exit(9)
        case "mute":
            os._exit(0)
        case "hang":
            wait_for_cancel()
        case "stubborn":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            threading.Event().wait()
        case "stuck" if spec["plain_slides"] == []:
            engine_takes(7)
        case "stuckeverywhere" if spec["plain_slides"] is not None:
            engine_takes(len(spec["plain_slides"]) + 1)
        case "stuckopening" if spec["plain_slides"] is not None:
            engine_takes(None)
        case "stuckunread":
            threading.Event().wait()
        case "hungry" if spec["plain_slides"] == []:
            taken = subprocess.Popen([sys.executable, "-c", "x = b'x' * (400 << 20); input()"], stdin=subprocess.PIPE)
            engine_takes(7)
        case "unread":
            while True:
                pass
        case "swelling":
            taken = b"x" * (300 << 20)
            threading.Event().wait(len(taken))
        case "family":
            child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
            Path(spec["scratch"], "pid").write_text(str(child.pid), encoding="ascii")
            say("warning", kind="pid", text=str(child.pid))
            threading.Event().wait()
        case "junk":
            print("a library says hello")
            print('{"event": "something new"}')
            print("[1, 2]")
            say("warning", kind="font", text="A font was replaced.", slide=2)
            finish(spec)
        case "flood":
            for number in range(20_000):
                print("x" * 100, number, file=sys.stderr)
            finish(spec)
        case "glutton":
            taken = subprocess.Popen([sys.executable, "-c", "x = b'x' * (400 << 20); input()"], stdin=subprocess.PIPE)
            taken.wait()
        case "fail":
            say("finished", status="failed", error="The deck is damaged.", error_kind="damaged", error_detail="zip")
        case "linger":
            finish(spec)
            threading.Event().wait()
        case _:
            finish(spec)


main()
