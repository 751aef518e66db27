"""The graph of records, its inverse, and its cuts by region."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue import Catalogue
from plugins.languages.text import Text
from plugins.records.brief import Brief, Reference

NAME = Text.of({"bg": "Име"})
PLACES = tuple(
    Brief("place", id, b"", NAME, kind=kind, code=code, parent=parent)
    for id, code, kind, parent in (
        ("bulgaria", "BG", "country", ""),
        ("east", "BG425", "region", "BG"),
        ("west", "BG313", "region", "BG"),
        ("ardino", "KRZ02", "municipality", "BG425"),
        ("kardzhali", "KRZ16", "municipality", "BG425"),
        ("vratsa", "VRC10", "municipality", "BG313"),
        ("village", "00607", "settlement", "KRZ02"),
    )
)
EAST = Brief("region", "east", b"", NAME, code="BG425")
NATIONAL = Brief("region", "national", b"", NAME, code="BG")
IDS = st.sampled_from(["a", "b", "c", "d", "e"])


def record(kind: str, id: str, *area: str, names: tuple[tuple[str, str], ...] = (), status: str = "active") -> Brief:
    """Make a record that works in places and names others."""
    references = tuple(Reference((f"field{at}",), *named) for at, named in enumerate(names))
    return Brief(kind, id, b"", NAME, area=area, references=references, status=status)


RECORDS = st.lists(
    st.builds(
        lambda kind, id, area, names: record(kind, id, *area, names=tuple(names)),
        st.sampled_from(["organisation", "cause"]),
        IDS,
        st.lists(st.sampled_from([place.code for place in PLACES]), max_size=2),
        st.lists(st.tuples(st.sampled_from(["organisation", "cause"]), IDS), max_size=3),
    )
)


def catalogue(*records: Brief) -> Catalogue:
    """Link the records with the places."""
    return Catalogue.of_briefs([*PLACES, EAST, NATIONAL, *{(b.type, b.id): b for b in records}.values()])


def ids(briefs: tuple[Brief, ...]) -> list[str]:
    """Name the records."""
    return [brief.id for brief in briefs]


def test_records_come_sorted_by_id() -> None:
    """Whatever the order in which they were read."""
    found = catalogue(record("organisation", "b"), record("organisation", "a"), record("cause", "c"))
    assert (ids(found.of("organisation")), ids(found.of("cause")), found.of("event")) == (["a", "b"], ["c"], ())


def test_a_reference_has_its_inverse() -> None:
    """Once, however often it is made, and not from a record that was taken down."""
    named = record("cause", "reka")
    twice = record("organisation", "a", names=(("cause", "reka"), ("cause", "reka")))
    removed = record("organisation", "b", names=(("cause", "reka"),), status="removed")
    found = catalogue(named, twice, removed)
    assert (ids(found.referring(named, "organisation")), found.referring(named, "cause")) == (["a"], ())


def test_a_place_has_what_works_in_it_around_it_and_inside_it() -> None:
    """A municipality has the records of its villages, of its region and of the country."""
    found = catalogue(
        *(
            record("organisation", id, code)
            for id, code in zip("abcde", ("00607", "KRZ02", "BG425", "BG", "KRZ16"), strict=True)
        )
    )
    assert ids(found.in_place("KRZ02", "organisation")) == ["a", "b", "c", "d"]


def test_municipalities_lie_in_their_region() -> None:
    """Also on the site of the country."""
    found = catalogue()
    assert (ids(found.municipalities("BG425")), ids(found.municipalities("BG"))) == (
        ["ardino", "kardzhali"],
        ["ardino", "kardzhali", "vratsa"],
    )


def test_a_region_has_its_records_and_what_they_name() -> None:
    """What a record of the region names is there, but not local."""
    here = record("organisation", "a", "KRZ02", names=(("cause", "far"),))
    far = record("cause", "far", "VRC10", names=(("organisation", "b"),))
    view = catalogue(here, far, record("organisation", "b", "VRC10"), record("organisation", "c", "VRC10")).for_region(
        EAST
    )
    assert (ids(view.of("organisation")), ids(view.of("cause"))) == (["a", "b"], ["far"])
    assert [view.is_local(brief) for brief in (here, far)] == [True, False]


@given(RECORDS)
def test_a_region_cut_twice_is_cut_once(records: list[Brief]) -> None:
    """`for_region` twice gives what it gives once."""
    once = catalogue(*records).for_region(EAST)
    assert once.for_region(EAST).records == once.records


@given(RECORDS)
def test_a_region_is_closed_under_reference(records: list[Brief]) -> None:
    """What a record of the view names is in the view, where it is anywhere."""
    whole = catalogue(*records)
    view = whole.for_region(EAST)
    named = {(r.type, r.id) for brief in view.records.values() for r in brief.references}
    assert named & whole.records.keys() <= view.records.keys()


@given(RECORDS)
def test_the_country_has_all(records: list[Brief]) -> None:
    """The national site is one more view, of everything."""
    whole = catalogue(*records)
    assert whole.for_region(NATIONAL).records == whole.records


@given(RECORDS)
def test_references_and_inverses_agree(records: list[Brief]) -> None:
    """A record refers to another exactly when that one is referred to by it."""
    whole = catalogue(*records)
    for brief in whole.of("cause"):
        expected = [
            o.id for o in whole.of("organisation") if ("cause", brief.id) in {(r.type, r.id) for r in o.references}
        ]
        assert ids(whole.referring(brief, "organisation")) == expected
