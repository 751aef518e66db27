"""Picture every type of page, wide and narrow, light, dark and on paper: to be looked at by people.

`python -m tests.browser.pictures SITES FOLDER [PART …]` writes `FOLDER/<type>-<look>.png`; with parts, only of the
types whose name holds one of them. A long page is cut into columns that stand side by side, so that all of it is seen.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from plugins.setup.browser import find_browser
from tests.browser.visit import FLAGS, Scheme, visit
from tests.browser.walk import HtmlPage, page_types, read_pages

LOOKS: tuple[tuple[Scheme, int, float], ...] = (
    ("light", 1280, 0.7),
    ("dark", 1280, 0.7),
    ("light", 360, 1),
    ("dark", 360, 1),
)
# a page that leads on to another at once
LEADS_ON = "panel address"
# an A4 page at 96 dots an inch
PAPER = (794, 1123)
# pictures further down load when they come near
LOADED = """async () => {
  const late = [...document.images];
  late.forEach((image) => { image.loading = "eager"; });
  await Promise.all(late.map((image) => image.decode().catch(() => null)));
}"""
COLUMN = 1500
GAP = 16


def main(sites: Path, folder: Path, *parts: str) -> None:
    """Picture the types of pages whose names hold one of the parts, or all."""
    folder.mkdir(parents=True, exist_ok=True)
    types = page_types(read_pages(sites))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for kind, page in sorted(types.items()):
            if kind != LEADS_ON and (not parts or any(part in kind for part in parts)):
                for look, picture in pictures(browser, sites, page):
                    picture.save(folder / f"{re.sub(r'[ /.]', '-', kind)}-{look}.png")
        browser.close()


def pictures(browser: Browser, sites: Path, page: HtmlPage) -> Iterator[tuple[str, Image.Image]]:
    """Yield (name of the look, picture) of a page."""
    root = f"{sites.resolve().as_uri()}/"
    for scheme, width, scale in LOOKS:
        with visit(browser, root, page.path, width=width, scheme=scheme) as visited:
            visited.page.evaluate(LOADED)
            shot = Image.open(BytesIO(visited.page.screenshot(full_page=True)))
            yield f"{width}-{scheme}", columns(shot.resize((int(shot.width * scale), int(shot.height * scale))))
    with visit(browser, root, page.path, width=PAPER[0]) as visited:
        yield "print", columns(printed(visited.page))


def printed(page: Page) -> Image.Image:
    """Print a page and give its sheets, one below another."""
    sheets = [sheet.render(scale=1).to_pil() for sheet in pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))]
    whole = Image.new(
        "RGB", (max(sheet.width for sheet in sheets), sum(sheet.height + GAP for sheet in sheets)), "grey"
    )
    top = 0
    for sheet in sheets:
        whole.paste(sheet, (0, top))
        top += sheet.height + GAP
    return whole


def columns(picture: Image.Image) -> Image.Image:
    """Cut a long picture into columns."""
    count = -(-picture.height // COLUMN)
    whole = Image.new("RGB", (count * (picture.width + GAP) - GAP, min(COLUMN, picture.height)), "grey")
    for number in range(count):
        part = picture.crop((0, number * COLUMN, picture.width, min((number + 1) * COLUMN, picture.height)))
        whole.paste(part, (number * (picture.width + GAP), 0))
    return whole


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
