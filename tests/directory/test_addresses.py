"""No record's page has the address of another page: of a list, a month, a proposal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.catalogue import Catalogue
from plugins.directory.addresses import ADDRESSED, check_addresses
from plugins.editing.findings import load_readers
from plugins.languages.text import Text
from plugins.records.brief import Brief, Reference, brief_of
from plugins.records.problem import Position
from plugins.records.walk import id_rule
from plugins.site.urls import FOLDER_OF_TYPE, PAGE, path_of

ROOT = Path(__file__).resolve().parents[2]
WORDS = Text.of({"bg": "Име"})
TERMS = tuple(Reference(("terms", at, "id"), "entry", id) for at, id in enumerate(("club", "driving", "meeting")))
FRAME = [
    Brief("vocabulary", "words", b"", WORDS, references=TERMS),
    Brief("place", "ardino", b"", WORDS, code="KRZ02"),
    Brief("region", "primer", b"", WORDS, code="BG425"),
    Brief("cause", "reka", b"", WORDS),
    Brief("study", "kompas", b"", WORDS, start="2026-05-01"),
    Brief("event", "sreshta", b"", WORDS, start="2026-12-05T10:00"),
]


def refused(*briefs: Brief) -> list[str]:
    """Give the addresses that are refused to records."""
    problems = check_addresses(Catalogue.of_briefs([*FRAME, *briefs]), _at)
    return [dict(problem.arguments)["address"] for problem in problems]


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("organisation", "cause-reka"),
        ("organisation", "cause-reka-2"),
        ("organisation", "place-ardino"),
        ("organisation", "kind-club"),
        ("organisation", "index-2"),
        ("organisation", "a-z-3"),
        ("opportunity", "skill-driving"),
        ("opportunity", "when-evening"),
        ("opportunity", "age-from-14"),
        ("opportunity", "place-ardino"),
        ("action", "state-won"),
        ("resource", "level-basic"),
        ("need", "direction-offer"),
        ("cause", "stage-result"),
        ("coalition", "cause-reka"),
        ("event", "kind-meeting"),
        ("event", "month-2026-12"),
        ("event", "sreshta-suggest"),
        ("study", "kompas-method"),
        ("exhibition", "place-ardino"),
        ("place", "settlements-primer"),
        ("page", "saved"),
        ("page", "propose-cause"),
    ],
)
def test_the_address_of_another_page_is_refused(kind: str, id: str) -> None:
    """Of a list of any facet, of a further page of it, of a month, of a study's method, of a proposal."""
    assert refused(Brief(kind, id, b"", WORDS)) == [path_of(Brief(kind, id, b"", WORDS))]


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("organisation", "cause-more"),
        ("organisation", "place-za-mladi"),
        ("organisation", "access-alliance"),
        ("organisation", "klub-2"),
        ("opportunity", "cause-gora"),
        ("event", "month-of-books"),
        ("event", "izlozhba-suggest"),
        ("exhibition", "kind-club"),
        ("place", "kind-club"),
        ("page", "handbook"),
    ],
)
def test_what_only_begins_like_a_list_is_free(kind: str, id: str) -> None:
    """A name may be any name, as long as no page stands there."""
    assert refused(Brief(kind, id, b"", WORDS)) == []


def test_no_page_of_the_sites_could_be_taken_by_a_record(sites: Path) -> None:
    """Whatever page stands where records of a type have theirs, a record of its name is refused."""
    briefs = list(_briefs())
    known = {(brief.type, brief.id) for brief in briefs}
    new = [brief for brief in _beside(sites) if (brief.type, brief.id) not in known and not id_rule(brief.id)]
    problems = check_addresses(Catalogue.of_briefs([*briefs, *new]), _at)
    found = {dict(problem.arguments)["address"] for problem in problems}
    assert len(new) > 200
    assert {path_of(brief) for brief in new} - found == set()


def _at(brief: Brief, _field: tuple[str | int, ...]) -> Position:
    return Position(f"{brief.type}/{brief.id}")


def _briefs() -> Iterator[Brief]:
    """Read the records of the project."""
    readers = load_readers(ROOT / "pelicanconf.py")
    for find in readers.finders:
        for unit in find(ROOT)[0]:
            contents = {file.path: (ROOT / file.path).read_bytes() for file in unit.files}
            record = readers.readers[unit.type](unit, contents).record
            assert record is not None
            yield brief_of(record, b"")


def _beside(sites: Path) -> Iterator[Brief]:
    """Yield the record that would have each page which lies where records have theirs."""
    kinds = {"": PAGE} | {folder: kind for kind, folder in FOLDER_OF_TYPE.items() if kind in ADDRESSED}
    inside = {path.relative_to(sites).as_posix().partition("/")[2] for path in sites.glob("[!.]*/**/*.html")}
    for path in sorted(inside):
        folder, _, name = path.rpartition("/")
        if folder in kinds:
            yield Brief(kinds[folder], name.removesuffix(".html"), b"", WORDS)
