"""`python -m plugins.exhibitions`: print the panels of the built sites, and pack them for a USB stick."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from plugins.exhibitions.pdf import Sheets, find_sheets, print_sheets
from plugins.exhibitions.printed import STICK
from plugins.exhibitions.stick import Stick, find_sticks, pack
from plugins.setup.libraries import LIBRARIES
from plugins.site.printed import describe, keep_list
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
    sticks = list(find_sticks(arguments.output.resolve(), arguments.site))
    for stick in sticks:
        print(say("{file}: for a USB stick, {count} files", file=stick.file, count=pack(stick)), flush=True)
    _keep_lists(sheets, sticks)
    return 0 if can_print else 1


def _keep_lists(sheets: Sequence[Sheets], sticks: Sequence[Stick]) -> None:
    """Tell the next build what there is, folder by folder."""
    made = [
        describe(each.file, each.exhibition, each.lang, each.page.stem, each.revision)
        for each in sheets
        if each.file.is_file()
    ]
    revisions = {(each.file.parent, each.exhibition): each.revision for each in sheets}
    made += [
        describe(each.file, each.exhibition, "", STICK, revisions.get((each.file.parent, each.exhibition), ""))
        for each in sticks
    ]
    for folder in sorted({each.file.parent for each in made}):
        keep_list(folder, [each for each in made if each.file.parent == folder])


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
