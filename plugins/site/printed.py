"""Remember what was printed of the built sites, so that the next build can offer it.

The files lie beside the sites, in `print/SITE`, with a list of what each of them was made of. A file is
offered only while its exhibition is still the one that was printed.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

FOLDER = "print"
LIST = "list.json"
HASH = 8


class Printed(NamedTuple):
    """A file that was printed, beside the sites.

    `revision` is that of the exhibition on the page, `name` what the page is called, `hash` that of the bytes.
    """

    file: Path
    exhibition: str
    lang: str
    name: str
    revision: str
    size: int
    hash: str


def folder_of(output: Path, site: str) -> Path:
    """Give the folder of what is printed of a site."""
    return output / FOLDER / site


def describe(file: Path, exhibition: str, lang: str, name: str, revision: str) -> Printed:
    """Describe a file that was just made; `lang` is "" for one that holds all languages."""
    content = file.read_bytes()
    hashed = blake2b(content, digest_size=HASH).hexdigest()
    return Printed(file, exhibition, lang, name, revision, len(content), hashed)


def keep_list(folder: Path, printed: Iterable[Printed]) -> None:
    """Write the list of what lies in a folder."""
    rows = [{**each._asdict(), "file": each.file.name} for each in printed]
    fresh = folder / f"{LIST}.new"
    fresh.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    fresh.replace(folder / LIST)


def read_list(folder: Path) -> tuple[Printed, ...]:
    """Give what lies in a folder as it was printed; a file that is gone or was changed since is left out."""
    return tuple(_read(folder))


def _read(folder: Path) -> Iterator[Printed]:
    try:
        rows = json.loads((folder / LIST).read_text(encoding="utf-8"))
        found = [Printed(**{**row, "file": folder / row["file"]}) for row in rows]
    except (OSError, ValueError, TypeError, KeyError):
        # a list that cannot be read costs a run of `make print`
        return
    yield from (each for each in found if each.file.is_file() and each.file.stat().st_size == each.size)
