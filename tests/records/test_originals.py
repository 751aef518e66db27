"""What is missing in a translation, and whether it was made from the original that stands there."""

from collections.abc import Iterator

import pytest

from plugins.languages.text import Text
from plugins.records.brief import Brief, brief_of
from plugins.records.model import FOLDERS, Funder, Organisation
from plugins.records.model.types import MARK_LETTERS
from plugins.records.originals import Missing, languages_of, mark_of, missing_texts, texts_of
from plugins.records.reading import validate
from plugins.records.source import Value, read_source
from plugins.records.upkeep import plain_address, plain_phone
from tests.conftest import ROOT

GOOD = "name: {bg: Бряг, tr: Kıyı}\nkind: association\n"


def read(text: str) -> Organisation:
    """Read an organisation without a problem that stops it."""
    record = validate(Organisation, read_source("a.yaml", text), "a").record
    assert isinstance(record, Organisation)
    return record


def test_every_text_of_a_record_counts() -> None:
    """At any depth; what no language has is no text."""
    record = read(f"{GOOD}summary: Чистим.\nservices: [{{name: {{bg: Съвет, en: Advice}}, cost: безплатно}}]\n")
    assert [path for path, _ in texts_of(record)] == [
        ("name",),
        ("summary",),
        ("services", 0, "name"),
        ("services", 0, "cost"),
    ]
    assert missing_texts(record) == (Missing("tr", 3, "summary, services"), Missing("en", 3, "name, summary, services"))
    assert languages_of(record) == ("tr", "en")


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_the_counts_are_those_of_the_files(folder: str) -> None:
    """Counted a second time in the YAML itself, in every record of the project."""
    for path in sorted((ROOT / "data" / folder).glob("*.yaml")):
        source = read_source(path.name, path.read_bytes())
        if "visibility" in source.text:
            continue  # hidden words are taken out before they are counted
        record = validate(FOLDERS[folder], source, path.stem).record
        assert record is not None
        found = {each.lang: each.number for each in missing_texts(record)}
        shown = [t for t in _written(source.data) if not (isinstance(record, Funder) and t in _verbatim(source.data))]
        bare = sum(1 for _, text in texts_of(record) if text.languages == ("bg",)) - sum(len(t) == 1 for t in shown)
        expected = {lang: sum(lang not in text for text in shown) + bare for lang in ("tr", "en")}
        assert found == {lang: number for lang, number in expected.items() if number}, path.name


def _written(value: Value) -> Iterator[dict[str, Value]]:
    """Yield the mappings of language → string."""
    if isinstance(value, dict):
        if "bg" in value and isinstance(value["bg"], str):
            yield value
        for each in value.values():
            yield from _written(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _written(each)


def _verbatim(data: dict[str, Value]) -> list[Value]:
    return [data["notice"], data["disclaimer"]]


def test_a_mark_follows_the_words_of_the_original() -> None:
    """Another translation, other spaces and other fields leave it; another word does not."""
    mark = mark_of(read(GOOD))
    assert len(mark) == 6
    assert set(mark) <= set(MARK_LETTERS)
    assert mark_of(read("name:\n  bg:   Бряг\n  en: Coast\nkind: library\nsdg: [6]\n")) == mark
    assert mark_of(read(GOOD.replace("Бряг", "Брегове"))) != mark
    assert mark_of(read(f"{GOOD}summary: Чистим.\n")) != mark


def test_a_translation_of_another_original_is_older() -> None:
    """It is said at the mark, with the one that would be right; a record without marks is not blamed."""
    mark = mark_of(read(GOOD))
    source = read_source("a.yaml", f"{GOOD}translated_from: {{tr: bbbbbb, en: {mark}}}\n")
    record, problems = validate(Organisation, source, "a")
    assert [(p.rule, p.line, dict(p.arguments)["fix"]) for p in problems] == [
        ("V140", 3, f"translated_from: {{tr: {mark}, en: {mark}}}")
    ]
    assert record is not None
    assert brief_of(record, b"").upkeep.older == ("tr",)
    assert brief_of(read(GOOD), b"").upkeep.older == ()


def test_hidden_words_make_no_mark() -> None:
    """What is not published is no part of the original: marks are the same for the file and for the site."""
    hidden = "locations: [{place: KRZ16, address: ул. „Брод“, visibility: hidden}]\n"
    assert mark_of(read(GOOD + hidden)) == mark_of(read(GOOD))


def test_what_only_keepers_read_rewrites_no_other_page() -> None:
    """A brief keeps it between builds, and its fingerprint does not know it."""
    text = f'{GOOD}translations: {{tr: machine}}\ncontact: {{phones: ["+359 361 65 432"]}}\n'
    people = "people: [{name: Ана, consent: {basis: form, scope: [name], date: 2026-01-01, until: 2026-02-01}}]\n"
    brief = brief_of(read(text + people), b"")
    assert brief.upkeep.machine == ("tr",)
    assert brief.upkeep.consents == ((0, "2026-02-01"),)
    assert Brief.unpacked(brief.packed()) == brief
    assert brief.fingerprint() == brief._replace(upkeep=brief.upkeep._replace(machine=())).fingerprint()


def test_a_person_keeps_the_place_in_the_file() -> None:
    """Those before without a consent are taken out and still counted."""
    consent = "consent: {basis: form, scope: [name], date: 2026-01-01, until: 2026-02-01}"
    record = read(f"{GOOD}people: [{{name: Без съгласие}}, {{name: Ана, {consent}}}]\n")
    assert brief_of(record, b"").upkeep.consents == ((1, "2026-02-01"),)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("+359 361 65-432", "+35936165432"),
        ("0361 65432", "+35936165432"),
        ("00359 (361) 65432", "+35936165432"),
        ("65432", "65432"),
    ],
)
def test_a_phone_has_one_spelling(written: str, plain: str) -> None:
    """However it is grouped and wherever it is dialled from."""
    assert plain_phone(written) == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("https://www.Primer.example/", "primer.example"),
        ("http://primer.example/za-nas/#top", "primer.example/za-nas"),
        ("https://primer.example/?id=7", "primer.example?id=7"),
    ],
)
def test_an_address_has_one_spelling(written: str, plain: str) -> None:
    """The scheme, www and the last slash make no other page."""
    assert plain_address(written) == plain


def test_a_text_that_stands_word_for_word_is_not_missing() -> None:
    """A funder's statement is never translated."""
    text = Text.of({"bg": "Текст"})
    words = {"name": {"bg": "Фонд", "tr": "Fon", "en": "Fund"}, "notice": dict(text.pairs), "disclaimer": "Отказ"}
    assert missing_texts(Funder.model_validate({**words, "applies_to": {}})) == ()
