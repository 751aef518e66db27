"""What no file can be asked alone."""

from plugins.catalogue import Catalogue
from plugins.catalogue.checks import check, drop_consequences
from plugins.languages.text import Text
from plugins.records.brief import Brief, Reference
from plugins.records.problem import Position
from plugins.records.upkeep import Trace, Upkeep

KINDS = Brief(
    "vocabulary", "kinds", b"", Text.of({"bg": "Видове"}), references=(Reference(("terms", 0, "id"), "entry", "club"),)
)


def place(code: str, parent: str = "") -> Brief:
    """Make a place whose id is its code."""
    return Brief("place", code.lower(), b"", Text.of({"bg": code}), code=code, parent=parent)


def organisation(id: str, *references: tuple[str, str], **fields: object) -> Brief:
    """Make an organisation that names (type, id) in fields of its own."""
    named = tuple(Reference((f"field{at}",), kind, to) for at, (kind, to) in enumerate(references))
    whole = Brief("organisation", id, b"", Text.of({"bg": id}), area=("KRZ16",), references=named)
    return whole._replace(**fields)  # type: ignore[arg-type]  # the fields are those of a brief


def found(*briefs: Brief) -> list[tuple[str, str, str]]:
    """Check a catalogue and give (record, field, rule) of each problem."""

    def locate(brief: Brief, field: tuple[str | int, ...]) -> Position:
        return Position(f"{brief.id}/{'.'.join(map(str, field))}")

    problems = check(Catalogue.of_briefs([place("KRZ16"), KINDS, *briefs]), locate)
    return [(*problem.path.split("/"), problem.rule) for problem in problems]  # type: ignore[misc]  # two parts


def test_references_that_lead_somewhere_are_good() -> None:
    """Records, places, terms and numbers of registers."""
    known = organisation(
        "a", ("organisation", "b"), ("place", "KRZ16"), ("vocabulary:kinds", "club"), ("register", "1")
    )
    assert found(known, organisation("b", ("record", "a"))) == []


def test_references_that_lead_nowhere_are_found() -> None:
    """Each at its field, each by its own rule."""
    lost = organisation(
        "a", ("cause", "b"), ("place", "KRZ99"), ("vocabulary:kinds", "ring"), ("vocabulary:none", "x"), ("record", "z")
    )
    assert found(lost) == [
        ("a", "field0", "V106"),
        ("a", "field1", "V107"),
        ("a", "field2", "V124"),
        ("a", "field3", "V131"),
        ("a", "field4", "V106"),
    ]


def test_a_number_belongs_to_one_organisation() -> None:
    """Twice in one record is another matter."""
    twice = (("register", "123456786"), ("register", "123456786"))
    assert found(organisation("a", *twice)) == []
    assert found(organisation("a", *twice), organisation("b", twice[0])) == [("b", "field0", "V125")]


def test_ids_are_shared_by_nothing_that_citizens_find() -> None:
    """A place may have the id of its region, a cause not that of an organisation."""
    cause = Brief("cause", "a", b"", Text.of({"bg": "a"}))
    assert ("a", "", "V110") in found(organisation("a", ("cause", "a")), cause)
    assert found(organisation("krz16")) == []


def test_places_must_not_lie_in_each_other() -> None:
    """A circle is found at each of its places, not at those that hang from it."""
    circle = [place("KRZ01", "KRZ02"), place("KRZ02", "KRZ01"), place("KRZ03", "KRZ01")]
    assert found(*circle) == [("krz01", "parent", "C004"), ("krz02", "parent", "C004")]


def test_a_code_belongs_to_one_place() -> None:
    """The second one by id is reported."""
    assert found(place("KRZ16")._replace(id="zvezdel")) == [("zvezdel", "code", "C008")]


def test_what_was_taken_down_is_named_nowhere() -> None:
    """Records that were taken down themselves may name it."""
    removed = organisation("b", status="removed")
    assert found(organisation("a", ("organisation", "b")), removed) == [("a", "field0", "C006")]


def test_the_same_name_in_the_same_place_is_suspicious() -> None:
    """Case, spaces and marks do not make another name."""
    names = [Text.of({"bg": name}) for name in ("Клуб „Бряг“", "клуб бряг", "Клуб „Мост“")]
    clubs = [organisation(f"k{at}", name=name) for at, name in enumerate(names)]
    assert found(*clubs) == [("k1", "name", "C007")]
    assert found(clubs[0], clubs[1]._replace(area=("KRZ02",)), place("KRZ02")) == []


def test_a_legal_word_makes_no_other_name() -> None:
    """An association may leave its word out; a foundation of the name of a chitalishte is another."""
    names = [Text.of({"bg": name}) for name in ("Сдружение „Зора“", "Зора", "Фондация „Зора“")]
    kinds = ("association", "association", "foundation")
    zora = [
        organisation(f"z{at}", name=name, kind=kind) for at, (name, kind) in enumerate(zip(names, kinds, strict=True))
    ]
    assert found(*zora) == [("z1", "name", "C007")]
    assert found(*(each._replace(name=Text.of({"bg": "Сдружение"})) for each in zora[:2])) == [("z1", "name", "C007")]


def test_a_shared_phone_or_address_is_suspicious() -> None:
    """A pair is named once, and not at all where one of the two names the other, or is closed."""
    traces = (Trace("phone", "+35936165432", ("contact", "phones", 0)), Trace("website", "a.example", ("links", 0)))
    one, two = (organisation(id, upkeep=Upkeep(traces=traces)) for id in ("a", "b"))
    assert found(one, two) == [("b", "contact.phones.0", "C010")]
    assert found(one._replace(status="closed"), two) == []
    assert found(one, two._replace(references=(Reference(("members", 0), "organisation", "a"),))) == []
    assert found(one, two._replace(upkeep=Upkeep(traces=(traces[1]._replace(kind="phone"),)))) == []


def test_a_broken_record_breaks_no_other() -> None:
    """What names it, its terms or its place is not blamed for it."""
    lost = organisation("a", ("cause", "b"), ("vocabulary:none", "x"), ("place", "KRZ99"), ("cause", "c"))
    problems = check(Catalogue.of_briefs([place("KRZ16"), lost]), lambda brief, _field: Position(brief.id))
    broken = [("cause", "b"), ("vocabulary", "none"), ("place", "krz99")]
    assert [dict(problem.arguments)["value"] for problem in drop_consequences(problems, broken)] == ["c"]
    assert drop_consequences(problems, []) == problems
