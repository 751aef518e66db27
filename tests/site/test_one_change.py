"""A single change of any kind shows on the site, and on all the pages that a clean build would write otherwise.

The random walk of `test_incremental.py` changes many things at once, of which one may cover for another.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import small
from tests.site.test_incremental import PO

ALFA = {"name": "Извор", "cause": "reka", "link": "reka", "text": "Едно"}
Change = Callable[[Path], object]


def field(name: str, value: str) -> Change:
    """Give a change of one field of an organisation."""
    return lambda root: small.write_organisation(root, "alfa", **{**ALFA, name: value})


def template(name: str, old: str, new: str) -> Change:
    """Give a change of one template."""

    def change(root: Path) -> None:
        path = root / "theme" / "templates" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


CHANGES: dict[str, Change] = {
    "a name": field("name", "Пътека"),
    "a place": field("area", "BG313"),
    "a cause": field("cause", "gora"),
    "a link": field("link", "gora"),
    "a text": field("text", "Друго"),
    "the name of a cause": lambda root: small.write_cause(root, "reka", "Друга река"),
    "a new record": lambda root: small.write_organisation(root, "delta", "Нов"),
    "a record less": lambda root: (root / "data" / "organisations" / "beta.yaml").unlink(),
    "what a text links to, less": lambda root: (root / "data" / "causes" / "gora.yaml").unlink(),
    "another id": lambda root: (root / "data" / "causes" / "gora.yaml").rename(root / "data" / "causes" / "more.yaml"),
    "the title of a site": lambda root: small.write_region(root, "east", "BG425", "Друг"),
    "a site less": lambda root: (root / "data" / "regions" / "west.yaml").unlink(),
    "a translation": lambda root: small.write(
        root / "theme" / "translations" / "bg" / "LC_MESSAGES" / "theme.po", PO.format(word="Всички")
    ),
    "a style": lambda root: small.write(root / "theme" / "styles" / "base.css", "p { inline-size: 1px }"),
    "a template": template("listing.html", "{{ made }}", "{{ made }}!"),
    "the frame": template("base.html", "{{ chrome.header }}", "{{ chrome.header }}!"),
    "the header": template("chrome_header.html", "<a", "!<a"),
    "a macro": template("names.html", "<a", "!<a"),
    "a macro of a macro": template("words.html", "{{ text|text }}", "{{ text|text }}!"),
    # the build below is for another day
    "the day": lambda _: None,
}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_shows_wherever_a_clean_build_would_show_it(kind: str, tmp_path: Path) -> None:
    """And is not overlooked."""
    root, output = tmp_path / "project", tmp_path / "output"
    small.write_project(root)
    small.write_cause(root, "reka", "Река")
    small.write_cause(root, "gora", "Гора")
    small.write_organisation(root, "alfa", **ALFA)
    small.write_organisation(root, "beta", "Пътека", link="gora")
    small.build(root, output)
    before = small.tree(output)
    CHANGES[kind](root)
    today = "2027-01-01" if kind == "the day" else ""
    small.build(root, output, today=today)
    small.build(root, tmp_path / "clean", today=today)
    assert small.tree(output) == small.tree(tmp_path / "clean")
    assert small.tree(output) != before
