"""`python -m plugins.site`: build the sites, serve them, or show the gallery of the theme."""

import argparse
import gc
import os
import signal
import sys
import time
from pathlib import Path


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
    started = time.monotonic()
    arguments = _arguments(argv)
    # machines that keep nothing compiled would spend a fifth of a small build on compiling us (see the decisions)
    sys.dont_write_bytecode = False
    # pydantic would look through every installed package for plugins: a twentieth of a build in which nothing changed
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")
    # so it is only now that we are loaded
    from plugins.site import commands, serving  # noqa: PLC0415
    from plugins.site.speech import speak  # noqa: PLC0415
    from plugins.site.staging import HIDDEN  # noqa: PLC0415

    if arguments.command == "serve":
        return serving.serve(arguments.output, arguments.port, speak())
    if arguments.command == "gallery":
        return commands.gallery(arguments.output, speak())
    output = (arguments.output or arguments.root / "output").resolve()
    return commands.build(arguments, output, speak(output / HIDDEN), started=started)


if __name__ == "__main__":
    # what a build makes lives to its end: looking for garbage costs a fifth of the CPU and finds none
    gc.disable()
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    finally:
        # Python looks once more as it ends, whatever was disabled: a seventh of a build in which nothing changed
        gc.freeze()
