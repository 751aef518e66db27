"""A librarian answers questions, and a good record comes of it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.editing.commands import main
from plugins.editing.drafts import scalar, write_draft
from plugins.editing.fields import fields_of
from plugins.editing.interview import Interview, Known
from plugins.editing.knowledge import known_records
from plugins.languages.translations import load_translations
from plugins.records.model import FOLDERS, TYPES, Cause
from plugins.records.model.base import Part
from plugins.records.reading import validate
from plugins.records.source import Value, read_source
from tests.conftest import ROOT
from tests.corpus.project import copy_good, problems_of

KINDS = [("association", "Сдружение"), ("informal-group", "Неформална група")]
PROJECT = {lang: known_records(ROOT, lang) for lang in ("bg", "tr", "en")}
KNOWN = Known({"vocabulary:organisation-kinds": KINDS, "place": [("KRZ16", "Извор")]}, frozenset({"klub-bryag"}))


def talk(kind: str, *answers: str, known: Known = KNOWN) -> tuple[str, str, list[str]]:
    """Hold a conversation; give the id, the file's text, and what was told."""
    told: list[str] = []
    waiting: Iterator[str] = iter(answers)

    def ask(question: str) -> str:
        told.append(question)
        return next(waiting)

    id, text = Interview(ask, told.append, str, known).run(TYPES[kind])
    return id, text, told


def test_numbers_names_and_ids_choose() -> None:
    """A place by its name, a kind by its number; the id is made by the law of transliteration."""
    id, text, _ = talk("organisation", "Клуб „Щъркел“", "извор", "2", "")
    assert id == "klub-shtarkel"
    assert text.splitlines()[:5] == [
        "# yaml-language-server: $schema=../schemas/organisation.json",
        "# An organisation or an informal group; both are shown as equals.",
        "name: Клуб „Щъркел“",
        "area: [KRZ16]",
        "kind: informal-group",
    ]


def test_a_wrong_answer_is_asked_again() -> None:
    """What is wrong is said at once; an id that is taken or impossible is refused."""
    answers = ("", "Клуб: „Бряг“", "Луна", "KRZ16", "club", "1", "klub-bryag", "Клуб", "klub-bryag-2")
    id, text, told = talk("organisation", *answers)
    assert (id, 'name: "Клуб: „Бряг“"' in text) == ("klub-bryag-2", True)
    assert [line for line in told if "not allowed" in line] == [
        '"Луна" is not allowed here',
        '"club" is not allowed here',
    ]
    assert 'id "klub-bryag" is already used' in told
    assert '"Клуб" cannot be an id' in told


def test_groups_are_asked_until_none_is_left() -> None:
    """A coalition needs two members; an empty answer ends the list."""
    known = Known({"organisation": [("a", "А"), ("b", "Б")], "cause": [("reka", "Река")]})
    _, text, told = talk("coalition", "Заедно", "", "1", "1", "1", "", "1", "2", "", "", known=known)
    assert "members:\n  - organisation: a\n  - organisation: b\n" in text
    assert "too few items: 1. At least 2 are needed." in told


@pytest.mark.parametrize("model", FOLDERS.values(), ids=FOLDERS)
def test_a_draft_is_a_good_file(model: type[Cause]) -> None:
    """Comments alone are left when nothing is answered; each of them is a field that may be added."""
    draft = write_draft(model, {"name": "Име"}, str)
    source = read_source("a.yaml", draft)
    assert (source.data, source.problems) == ({"name": "Име"}, ())
    opened = read_source(
        "a.yaml", "\n".join(line.removeprefix("# ") for line in draft.splitlines()[2:] if "may be added" not in line)
    )
    unknown = [p for p in validate(model, opened, "a").problems if p.rule in ("V104", "V105") or p.rule[0] == "Y"]
    assert unknown == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Клуб „Бряг“", "Клуб „Бряг“"),
        ("Изложба: занаяти", '"Изложба: занаяти"'),
        ("no", '"no"'),
        ("0660", '"0660"'),
        ("6600", '"6600"'),
        ('"Бряг" и още', "'\"Бряг\" и още'"),
        ("# номер", '"# номер"'),
        ("a #1", '"a #1"'),
        (True, "true"),
        (7, "7"),
    ],
)
def test_a_value_is_quoted_where_it_must_be(value: Value, written: str) -> None:
    """Every program reads it back as it was meant."""
    assert scalar(value) == written
    assert read_source("", f"x: {scalar(value)}").data == {"x": value}


def test_the_command_writes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new record has no problem, and an answer that never comes writes nothing."""
    root = copy_good(tmp_path)
    answers = iter(["Нов клуб", "Извор", "Неформална група", ""])
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert main(["--root", str(root), "new", "organisation"]) == 0
    assert (root / "data" / "organisations" / "nov-klub.yaml").is_file()
    assert problems_of(root) == ()

    def nobody(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    before = sorted(root.rglob("*"))
    assert main(["--root", str(root), "new", "cause"]) == 1
    assert sorted(root.rglob("*")) == before


def test_what_is_known_comes_from_the_records(tmp_path: Path) -> None:
    """Terms with their labels, places by their codes."""
    known = known_records(copy_good(tmp_path), "bg")
    assert known.choices["vocabulary:organisation-kinds"] == KINDS
    assert known.choices["place"][1] == ("KRZ16", "Извор")
    assert "klub-bryag" in known.ids


MOST_QUESTIONS = 9
# field → what a librarian answers, where neither the first choice nor nothing will do
ANSWERS = {
    "name": "Проба",
    "address": "https://primer.example/",
    "sites": "",
    "records": "",
    "pages": "about-project",
    "since": "2026-01-01",
    "area": "KRZ16",
    "start": "2026-12-05T10:00",
    "date": "2026-12-05",
    "until": "2026-12-31",
    "minimum_age": "16",
    "code": "BG425",
    "copied": "2026-11-20",
    "scene": "kardzhali",
    "size": "400",
    "link": "https://primer.example/",
    "id": "proba",
    "organisation": "1",
    "causes": "1",
    "convenor": "1",
}


@pytest.mark.parametrize("lang", ["bg", "tr", "en"])
@pytest.mark.parametrize("model", FOLDERS.values(), ids=FOLDERS)
def test_every_type_can_be_begun_in_every_language(model: type[Cause], lang: str) -> None:
    """The questions are in the reader's language, and the file that comes of them has no error."""
    known = PROJECT[lang]
    asked: Counter[str] = Counter()

    def ask(question: str) -> str:
        name = question.partition(" – ")[0].strip()
        asked[name] += 1
        assert asked[name] < MOST_QUESTIONS, question
        if question.startswith(
            load_translations(lang).gettext("The id, which never changes: Enter takes {proposed}")[:6]
        ):
            return f"proba-{model.TYPE}"
        # a list of groups is given two, the second time another one, and then ends
        if asked[name] > 2:
            return ""
        given = ANSWERS.get(name, "1" if _has_choices(model, name) else "Проба")
        return "2" if given == "1" and asked[name] == 2 else given

    id, text = Interview(ask, lambda _words: None, load_translations(lang).gettext, known).run(model)
    problems = validate(model, read_source("a.yaml", text), id).problems
    assert [problem for problem in problems if problem.severity == "error"] == [], text


def _has_choices(model: type[Part], name: str) -> bool:
    fields = list(fields_of(model))
    here = any(each.name == name and (each.allowed or each.vocabulary or each.refers) for each in fields)
    return here or any(_has_choices(each.part, name) for each in fields if each.part)
