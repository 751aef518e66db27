"""The golden site: a few invented records, built with the real theme, as it should be.

`python -m tests.golden` writes it anew after a change that was meant; read the diff like code.
"""

import re
from pathlib import Path

from tests.site.project import build, make_project
from tests.site.small import tree

EXPECTED = Path(__file__).parent / "expected"
# every kind of page, and one of each kind of file; of the others only the names are held
SHOWN = (
    "404.html",
    "about.html",
    "causes/chista-reka.html",
    "causes/feed.xml",
    "causes/index.html",
    "data/causes.json",
    "events/index.html",
    "index.html",
    "needs/index.html",
    "organisations/a-z.html",
    "organisations/cause-chista-reka.html",
    "organisations/index.html",
    "organisations/klub-bryag.html",
    "organisations/priyateli-na-rekata.html",
    "places/index.html",
    "places/izvor.html",
    "robots.txt",
    "saved.html",
    "search.html",
)
NAMES = "names.txt"
# the part of a name that follows from the bytes of a style, font or script
_HASH = re.compile(r"(?<=assets/)([\w-]+)\.\w{4,10}\.(css|js|svg|woff2)")


def build_site(folder: Path) -> dict[str, str]:
    """Build the site, and give the text of the files that are compared, by their paths."""
    output = folder / "output"
    if build(make_project(folder), output):
        raise SystemExit("the golden site does not build")
    files = tree(output / "izvor")
    names = sorted({_HASH.sub(r"\1.HASH.\2", path) for path in files})
    return {path: _HASH.sub(r"\1.HASH.\2", files[path].decode()) for path in SHOWN} | {NAMES: "\n".join(names) + "\n"}
