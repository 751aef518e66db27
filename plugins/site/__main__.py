"""`python -m plugins.site`: build the sites, serve them, or show the gallery of the theme."""

import argparse
import gc
import os
import signal
import sys
import time
from pathlib import Path

from plugins.site.commands import build, gallery, serve
from plugins.site.speech import speak


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="plugins.site")
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build")
    building.add_argument("region", nargs="?", default="")
    building.add_argument("--root", type=Path, default=Path.cwd())
    building.add_argument("--output", type=Path)
    building.add_argument("--today", default=os.environ.get("TODAY", ""))
    building.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    building.add_argument("--settings", type=Path)
    serving = commands.add_parser("serve")
    serving.add_argument("--output", type=Path, default=Path("output"))
    serving.add_argument("--port", type=int, default=8000)
    showing = commands.add_parser("gallery")
    showing.add_argument("--output", type=Path, default=Path("output"))
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    """Run one command and give its exit status."""
    arguments = _arguments(argv)
    say = speak()
    if arguments.command == "serve":
        return serve(arguments.output, arguments.port, say)
    if arguments.command == "gallery":
        return gallery(arguments.output, say)
    return build(arguments, say, started=time.monotonic())


if __name__ == "__main__":
    # what a build makes lives to its end: looking for garbage costs a fifth of the CPU and finds none
    gc.disable()
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
