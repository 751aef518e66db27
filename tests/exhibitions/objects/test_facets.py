"""A value of a facet leads to a list of its objects, and where that would say nothing new, to what it would say."""

from pathlib import Path
from posixpath import normpath

import pytest

from plugins.exhibitions.importing.writing import write_objects
from tests.acceptance.project import write_frame
from tests.browser.document import Element, parse
from tests.exhibitions.built import build
from tests.exhibitions.project import write_project

MAKERS = ("tests.exhibitions.made:make_fonts", "tests.exhibitions.made:make_script")
INSIDE = "/exhibitions/arda/"
# id → subjects and place; all are pictures
OBJECTS = {
    "most": (["река", "мост"], "Долно село"),
    "brod": (["река"], "Долно село"),
    "stan": (["занаят"], "Горно село"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site and give the folder of the exhibition."""
    root = tmp_path_factory.mktemp("facets")
    write_frame(root, "Предмети", ("bg",), {"other": "Друго"})
    common = {"alt": "Снимка", "credit": "Архив", "rights": "unknown"}
    objects = [
        {"id": id, "title": id, "subjects": subjects, "location": place, **common}
        for id, (subjects, place) in OBJECTS.items()
    ]
    write_project(root, {"index.bg.md": "---\nname: Арда\n---\n\n## А {#a}\n\nДума.\n", **write_objects(objects)})
    return build(root, MAKERS) / "exhibitions" / "arda"


def links(page: Path, kind: str) -> list[tuple[str, str]]:
    """Give (words, path inside the exhibition) of the links of a class; a word without a link has no path."""
    found: list[Element] = parse(page.read_text(encoding="utf-8")).find_all(kind=kind)
    addresses = [each.attributes.get("href", "") for each in found]
    return [
        (each.text, normpath(f"{INSIDE}{page.parent.name}/{address}").removeprefix(INSIDE) if address else "")
        for each, address in zip(found, addresses, strict=True)
    ]


def test_a_list_of_one_object_or_of_all_is_not_made(folder: Path) -> None:
    """What two of the three objects have in common is a list; nothing else is."""
    narrowed = {path.name for path in folder.glob("objects/*-*.html")}
    assert narrowed == {"subject-reka.html", "place-dolno-selo.html"}


def test_a_value_of_one_object_leads_to_it(folder: Path) -> None:
    """Beside every list, and in the list of all values; the count stays."""
    counted = [
        ("занаят 1", "object/stan.html"),
        ("мост 1", "object/most.html"),
        ("река 2", "objects/subject-reka.html"),
    ]
    assert sorted(links(folder / "objects" / "subjects.html", "facet")) == counted
    assert set(counted) <= set(links(folder / "objects" / "index.html", "facet"))


def test_an_object_leads_to_others_and_never_to_itself(folder: Path) -> None:
    """A subject that it alone has is a word; its kind, which all have, leads to all."""
    chips = links(folder / "object" / "most.html", "chip")
    assert [each for each in chips if each[0] in ("река", "мост", "Долно село")] == [
        ("река", "objects/subject-reka.html"),
        ("мост", ""),
        ("Долно село", "objects/place-dolno-selo.html"),
    ]
    assert [path for _, path in chips if path.endswith("index.html")] == ["objects/index.html"]
