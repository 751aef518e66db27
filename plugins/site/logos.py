"""Say which logo of a funder stands on a page in which language, and of what size."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.catalogue import Catalogue
from plugins.records.brief import Brief
from plugins.records.model import Funder, Logo

FOLDER = "media"
# pixels: twice as tall as a page shows it; as tall as a sheet of A3 needs it
ON_PAGE, ON_PAPER = 128, 480


class Copy(NamedTuple):
    """A copy of a logo: its path from the site's root, its size in pixels."""

    path: str
    width: int
    height: int


def copies_of(logo: Brief) -> tuple[Copy, ...]:
    """Give the copies of a logo: for pages, for paper; one of a small logo."""
    return tuple(dict.fromkeys(_copy(logo, height) for height in (ON_PAGE, ON_PAPER)))


def _copy(logo: Brief, height: int) -> Copy:
    _, width, tall = logo.measures
    height = min(height, tall)
    across = max(1, round(width * height / tall))
    return Copy(f"{FOLDER}/{logo.code}-{across}.png", across, height)


def logos_of(catalogue: Catalogue, funders: Iterable[Funder]) -> dict[str, dict[str, dict[str, object]]]:
    """Give of each funder with a logo what its pages show in each language: {src, paper, width, height}."""
    return {
        funder.id: {lang: _shown(brief) for lang, brief in _files(catalogue, funder)}
        for funder in funders
        if funder.logo is not None
    }


def _files(catalogue: Catalogue, funder: Funder) -> Iterator[tuple[str, Brief]]:
    for lang, name in sorted(funder.logo.file.items()) if funder.logo else ():
        brief = catalogue.get(Logo.TYPE, name)
        if brief is not None:
            yield lang, brief


def _shown(logo: Brief) -> dict[str, object]:
    page, *_, paper = *copies_of(logo), copies_of(logo)[-1]
    return {"src": page.path, "paper": paper.path, "width": page.width, "height": page.height}
