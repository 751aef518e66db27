"""Build exhibitions of attack strings, and ask Chromium what of their pages is live.

`python -m tests.exhibitions.live FOLDER [STEP]` does so with every string, or one of STEP, in every field, which takes
some minutes.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Dialog, sync_playwright

from plugins.setup.browser import find_browser
from tests.acceptance.project import write_frame
from tests.exhibitions.built import attacked, build
from tests.exhibitions.project import read_project, write_project
from tests.exhibitions.vectors import vectors

# panels of an exhibition where each string has one
TOGETHER = 40
# everything in a page that could run, or call somebody
_LIVE = r"""() => [...document.querySelectorAll('*')].flatMap((each) => [
  ...[...each.attributes].filter((a) => /^on|^(style|srcdoc|formaction|ping|background)$/i.test(a.name)),
  ...[...each.attributes].filter((a) => /^(href|src|action|data|xlink:href|poster)$/i.test(a.name)
    && !(URL.canParse(a.value, document.baseURI)
      && /^(file|https?|mailto|tel):$/.test(new URL(a.value, document.baseURI).protocol))),
  ...[...each.attributes].filter((a) => /evil|good\.example@/.test(a.value) && a.name !== 'content' && a.name !== 'alt'
    && !/^aria-|^title$|^label$|^value$|^data-/.test(a.name)),
].map((a) => `${each.localName} ${a.name}=${a.value}`).concat(
  each.matches('iframe, object, embed, base, marquee, math, frameset, applet, template, xmp, main script, main style')
    ? [each.localName] : []))"""
# the pages that show what stands in Markdown
SHOWING = ("kiosk", "a4", "large-print")
OTHER_SIZES = ("a3", "a1", "roll-up")


def text_of(vector: str) -> str:
    """Write a panel whose text is the string, as `attacked` writes it."""
    return vector.replace("![", "[").replace("# x", "### x")


def line_of(vector: str) -> str:
    """Write the string as a field of one line."""
    return " ".join(vector.split())


def refused(told: Sequence[str], *, fields: bool = False) -> list[str]:
    """Give the strings with which an exhibition is not read at all."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        lost = []
        for vector in told:
            write_project(root, {"index.bg.md": attacked(vector) if fields else _page([vector])})
            if read_project(root)[0] is None:
                lost.append(vector)
        return lost


def _page(some: Sequence[str]) -> str:
    front = "---\nname: '{}'\narea: [BG]\n---\n".format(line_of(some[0]).replace("'", "''"))
    panels = (
        f"## {line_of(each).replace('{', '(').replace('}', ')')} {{#v{number}}}\n\n{text_of(each)}\n"
        for number, each in enumerate(some)
    )
    return front + "\n".join(panels)


def built_vectors(root: Path, told: Sequence[str], makers: Sequence[str], *, fields: bool) -> list[Path]:
    """Build exhibitions of the strings: all fields of one for each string, or a heading and a text for each."""
    write_frame(root, "Нападки", ("bg",), {"other": "Друго"})
    write_project(root, {})
    texts = [attacked(vector) for vector in told] if fields else _together(told)
    for number, text in enumerate(texts):
        folder = root / "content" / "exhibitions" / f"vector-{number}"
        folder.mkdir(parents=True)
        (folder / "index.bg.md").write_text(text, encoding="utf-8")
    site = build(root, makers)
    pages = sorted((site / "exhibitions").rglob("*.html"))
    return pages if fields else [page for page in pages if page.stem in SHOWING or page.stem.startswith("vector-")]


def _together(told: Sequence[str]) -> list[str]:
    return [_page(told[at : at + TOGETHER]) for at in range(0, len(told), TOGETHER)]


def live_pages(browser: Browser, pages: Sequence[Path]) -> dict[str, list[str]]:
    """Open every page; give what is live on those on which anything is, and whom they call."""
    found: dict[str, list[str]] = {}
    page = browser.new_page()
    said: list[str] = []

    def answer(dialog: Dialog) -> None:
        said.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("dialog", answer)
    page.on("request", lambda request: said.append(request.url))
    for path in pages:
        said.clear()
        page.goto(path.as_uri())
        live = [*page.evaluate(_LIVE), *(each for each in said if not each.startswith("file:"))]
        if live:
            found[path.name] = live
    page.close()
    return found


def main(folder: Path, step: int) -> int:
    """Try one of so many strings in every field; 1 when anything is live."""
    every = vectors()[::step]
    lost = refused(every, fields=True)
    told = [vector for vector in every if vector not in lost]
    makers = ("tests.exhibitions.made:make_fonts", "tests.exhibitions.made:make_script")
    # the other sizes of paper say the same
    pages = [page for page in built_vectors(folder, told, makers, fields=True) if page.stem not in OTHER_SIZES]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        found = live_pages(browser, pages)
        browser.close()
    print(f"{len(every)} strings, {len(lost)} refused, {len(pages)} pages, {len(found)} with something live")
    for name, live in found.items():
        print(name, live[:3])
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
