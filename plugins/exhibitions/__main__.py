"""`python -m plugins.exhibitions`: print the panels of the built sites, and pack them for a USB stick."""

import argparse
import os
import sys
from importlib.util import find_spec
from pathlib import Path

from plugins.exhibitions.pdf import find_sheets, print_sheets
from plugins.exhibitions.stick import find_sticks, pack
from plugins.setup.libraries import LIBRARIES
from plugins.site.speech import Say, speak


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="plugins.exhibitions")
    parser.add_argument("site", nargs="?", default="")
    parser.add_argument("--output", type=Path, default=Path("output"))
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    """Print every sheet of the sites in the output folder, pack every exhibition, and give the exit status."""
    arguments = _arguments(argv)
    say = speak()
    sheets = list(find_sheets(arguments.output.resolve(), arguments.site))
    if not sheets:
        print(
            say("There are no panels in {where} yet. Run `make site` first.", where=arguments.output), file=sys.stderr
        )
        return 1
    can_print = _can_print(say)
    # the fonts inside the files would else hold the time of the day
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    for each in sheets if can_print else ():
        done = print_sheets(each)
        sentence = "{file}: {pages} pages, {size} KB, {seconds:.1f} s"
        size = -(-done.bytes // 1024)
        print(say(sentence, file=done.file, pages=done.pages, size=size, seconds=done.seconds), flush=True)
    # a stick needs nothing that is not installed
    for stick in find_sticks(arguments.output.resolve(), arguments.site):
        print(say("{file}: for a USB stick, {count} files", file=stick.file, count=pack(stick)), flush=True)
    return 0 if can_print else 1


def _can_print(say: Say) -> bool:
    """Tell whether WeasyPrint and the libraries that it needs are there; say what is missing."""
    try:
        if find_spec("weasyprint") is None:
            print(say("Printing needs WeasyPrint. Run `make print`, which installs it."), file=sys.stderr)
            return False
        import weasyprint  # noqa: F401, PLC0415 - loads the libraries of the system
    except OSError:
        sentence = "Printing needs libraries of the system. On Debian: apt install {packages}"
        print(say(sentence, packages=" ".join(LIBRARIES.values())), file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
