"""Turn the sheets of the built sites into PDF files for the printer: tagged, one page a panel.

WeasyPrint is an extra of its own, because it needs libraries of the system.
"""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.exhibitions.outputs import DOCUMENTS
from plugins.exhibitions.sheets import SIZES, Size
from plugins.site.printed import folder_of

# what reading programs ask of a document that everybody can read
VARIANT = "pdf/ua-1"
_REVISION = re.compile(r'data-revision="([0-9a-f]+)"')


class Sheets(NamedTuple):
    """The sheets of one exhibition, in one language and size: the page, and the file to be made.

    What an office prints on A4 beside the panels has no size of its own. `lang` is "" for the first language.
    """

    page: Path
    size: Size | None
    file: Path
    lang: str = ""

    @property
    def exhibition(self) -> str:
        """The id of the exhibition."""
        return self.page.parent.name

    @property
    def revision(self) -> str:
        """What the page says of the exhibition that it was made of."""
        found = _REVISION.search(self.page.read_text(encoding="utf-8"))
        return found[1] if found else ""


class Printed(NamedTuple):
    """What was made: the file, its pages and bytes, and the seconds of computing it took."""

    file: Path
    pages: int
    bytes: int
    seconds: float


def find_sheets(output: Path, site: str = "") -> Iterator[Sheets]:
    """Find the sheets of all sites, or of one, sorted; the files go to output/print/SITE.

    What is hidden beside the sites belongs to the build.
    """
    sizes = {size.id: size for size in SIZES}
    for page in sorted(output.glob(f"{site or '[!.]*'}/**/exhibitions/*/*.html")):
        name, *inside = page.relative_to(output).parts
        if page.stem in sizes or page.stem.startswith(DOCUMENTS):
            lang = inside[0] if inside[0] != "exhibitions" else ""
            stem = "-".join(part for part in (page.parent.name, lang, page.stem) if part)
            yield Sheets(page, sizes.get(page.stem), folder_of(output, name) / f"{stem}.pdf", lang)


def print_sheets(sheets: Sheets) -> Printed:
    """Make one file; the same page gives the same bytes."""
    import weasyprint  # noqa: PLC0415 - an extra that most machines do not have

    started = time.process_time()
    press = weasyprint.CSS(string="\n".join(press_rules(sheets.size) if sheets.size else ()))
    document = weasyprint.HTML(filename=sheets.page).render(stylesheets=[press])
    sheets.file.parent.mkdir(parents=True, exist_ok=True)
    fresh = sheets.file.with_suffix(".new")
    document.write_pdf(fresh, pdf_variant=VARIANT)
    fresh.replace(sheets.file)
    spent = time.process_time() - started
    return Printed(sheets.file, len(document.pages), sheets.file.stat().st_size, spent)


def press_rules(size: Size) -> Iterator[str]:
    """Write what only a press needs: pictures and feet that run into the bleed, and crop marks.

    WeasyPrint takes the rules as those of the reader, which are stronger only where important.
    """
    if size.bleed:
        out = f"-{size.bleed}mm !important"
        yield f"@page {{ bleed: {size.bleed}mm; marks: crop cross; }}"
        yield ".sheet { overflow: visible !important; }"
        yield f".sheet__back {{ inset-block-start: {out}; inset-inline: {out}; }}"
        yield f".sheet__number {{ inset-block-start: {out}; block-size: calc(5.3rem + {size.bleed}mm) !important; }}"
        yield f".sheet__number {{ padding-block-start: calc(0.8rem + {size.bleed}mm) !important; }}"
        yield f".sheet__frame {{ inset-inline: {out}; }}"
        yield f".sheet__foot {{ inset-block-end: {out}; inset-inline: {out}; }}"
        side = f"calc(5rem + {size.bleed}mm) !important"
        yield f".sheet__band, .sheet__notices {{ padding-inline-start: {side}; }}"
        yield f".sheet__card {{ inset-inline-end: {side}; }}"
        yield f".sheet__notices {{ padding-block-end: calc(0.9rem + {size.bleed}mm) !important; }}"
