"""Every page has one address, and every link ends in the name of a file."""

import pytest

from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.site.urls import numbered, path_of, relative


def brief(kind: str, id: str) -> Brief:
    """Make a brief with nothing but a type and an id."""
    return Brief(kind, id, b"", Text.of({"bg": id}))


@pytest.mark.parametrize(
    ("target", "parts", "path"),
    [
        ("home", {}, "index.html"),
        ("organisations", {}, "organisations/index.html"),
        ("organisations-by-kind", {"kind": "library"}, "organisations/kind-library.html"),
        ("organisations-by-cause", {"cause": brief("cause", "reka")}, "organisations/cause-reka.html"),
        ("organisations-by-place", {"place": brief("place", "ardino")}, "organisations/place-ardino.html"),
        ("page", {"path": "a/b.html"}, "a/b.html"),
        (brief("organisation", "alfa"), {}, "organisations/alfa.html"),
        (brief("exhibition", "hora"), {}, "exhibitions/hora.html"),
        (brief("page", "about"), {}, "about.html"),
    ],
    ids=str,
)
def test_a_page_has_its_path(target: Brief | str, parts: dict[str, object], path: str) -> None:
    """By its name or by its record."""
    assert path_of(target, **parts) == path


def test_a_name_that_no_page_has_is_a_mistake() -> None:
    """In a template, never in the data."""
    with pytest.raises(KeyError):
        path_of("nowhere")


def test_further_pages_are_numbered() -> None:
    """The first one keeps its name."""
    assert [numbered("a/index.html", at) for at in (1, 2)] == ["a/index.html", "a/index-2.html"]


@pytest.mark.parametrize(
    ("source", "link"), [("index.html", "x/y.html"), ("a/b.html", "../x/y.html"), ("tr/a/b.html", "../../x/y.html")]
)
def test_links_are_relative(source: str, link: str) -> None:
    """From wherever the page lies."""
    assert relative("x/y.html", source) == link
