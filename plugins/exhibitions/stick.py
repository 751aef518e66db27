"""Pack an exhibition for a USB stick: all that its pages for a screen need, and what was printed, in one ZIP.

`index.html` is opened by a double click and leads to the languages; nothing in the ZIP leads out of it.
The same files give the same bytes.
"""

import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plugins.exhibitions.outputs import KIOSK
from plugins.exhibitions.pdf import find_sheets
from plugins.site.printed import folder_of

# what a page of ours loads or shows: tag → attribute
_LOADED = {"script": "src", "img": "src", "source": "srcset"}
_LEADING = "a"
_STYLES = "stylesheet"
START = "index.html"
# the earliest time that a ZIP knows
_TIME = (1980, 1, 1, 0, 0, 0)


class Stick(NamedTuple):
    """An exhibition of a built site: its page for a screen in the first language, and the file to be made."""

    site: Path
    page: str
    file: Path

    @property
    def exhibition(self) -> str:
        """The id of the exhibition."""
        return PurePosixPath(self.page).parts[-2]


class _Needs(HTMLParser):
    """Gathers the addresses that a page loads and leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one tag needs."""
        given = {name: value or "" for name, value in attrs}
        if tag in _LOADED:
            # srcset: addresses with widths, between commas
            self.found += [each.split()[0] for each in given.get(_LOADED[tag], "").split(",") if each.strip()]
        elif tag == _LEADING or (tag == "link" and given.get("rel") == _STYLES):
            self.found.append(given.get("href", ""))


def find_sticks(output: Path, site: str = "") -> Iterator[Stick]:
    """Find the exhibitions of all sites, or of one, sorted; the files go to output/print/SITE."""
    for page in sorted(output.glob(f"{site or '[!.]*'}/exhibitions/*/{KIOSK}.html")):
        root = output / page.relative_to(output).parts[0]
        inside = page.relative_to(root).as_posix()
        yield Stick(root, inside, folder_of(output, root.name) / f"{page.parent.name}.zip")


def pack(stick: Stick) -> int:
    """Write the ZIP of an exhibition; give the number of files in it."""
    names = sorted(_reach(stick.site, stick.page))
    contents = {name: (stick.site / name).read_bytes() for name in names}
    contents |= {f"pdf/{file.name}": file.read_bytes() for file in _printed(stick)}
    texts = sorted(stick.site.glob(f"**/exhibitions/{stick.exhibition}/panels.txt"))
    contents |= {path.relative_to(stick.site).as_posix(): path.read_bytes() for path in texts}
    contents[START] = _beginning(stick.page)
    stick.file.parent.mkdir(parents=True, exist_ok=True)
    fresh = stick.file.with_suffix(".new")
    with zipfile.ZipFile(fresh, "w") as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{stick.exhibition}/{name}", _TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, content)
    fresh.replace(stick.file)
    return len(contents)


def _printed(stick: Stick) -> Iterator[Path]:
    for sheets in find_sheets(stick.site.parent, stick.site.name):
        if sheets.page.parent.name == stick.exhibition and sheets.file.is_file():
            yield sheets.file


def _beginning(page: str) -> bytes:
    return f'<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={page}">\n'.encode()


def _reach(site: Path, page: str) -> set[str]:
    """Give the files that can be reached from a page, itself among them: pages for a screen, what they load."""
    reached, todo = {page}, [page]
    while todo:
        name = todo.pop()
        new = {each for each in _needs(site, name) if each not in reached}
        reached |= new
        todo += new
    return reached


def _needs(site: Path, name: str) -> Iterator[str]:
    folder = PurePosixPath(name).parent
    if name.endswith(".html"):
        needs = _Needs()
        needs.feed((site / name).read_text(encoding="utf-8"))
        addresses = needs.found
    elif name.endswith(".css"):
        addresses = [part.split('")')[0] for part in (site / name).read_text(encoding="utf-8").split('url("')[1:]]
    else:
        return
    for address in addresses:
        path = urlsplit(address).path
        if path:
            yield normpath(folder / unquote(path))
