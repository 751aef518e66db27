"""What `make fix` repairs, and what it leaves alone."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.editing.proposals import names_of
from plugins.editing.repairs import compare, repair, write_whole
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import FOLDERS, Organisation
from plugins.records.rules import RULES
from tests.corpus.cases import BYTES, CORPUS, WRITTEN

GOOD = "name: Зелени Родопи\nkind: association\n"
NAMES = {("place", "извор"): "KRZ16", ("place", "брод"): "40909", ("cause", "чиста река"): "chista-reka"}


def fixed(text: str | bytes) -> str:
    """Repair an organisation."""
    content = text.encode() if isinstance(text, str) else text
    return repair("data/organisations/a.yaml", content, Organisation, "a", NAMES).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name:\n\tbg: Родопи  # бележка\n", "name:\n  bg: Родопи  # бележка\n"),
        ("name:\n\u00a0\u00a0bg: Родопи\n", "name:\n  bg: Родопи\n"),
        ("name:\n  bg:Родопи\n", "name:\n  bg: Родопи\n"),
        ("name: Изложба: занаяти  # бележка\n", 'name: "Изложба: занаяти"  # бележка\n'),
        ('name: "Родопи" е тук # "бележка"\n', 'name: \'"Родопи" е тук\' # "бележка"\n'),
        ("name: *Родопи* # бележка\n", 'name: "*Родопи*" # бележка\n'),
        ("nаme: Родопи\n", "name: Родопи\n"),
        ("name: Родопи\r\nkind: library\r\n", "name: Родопи\nkind: library\n"),
        ("name: Родопи   \nkind: library\t\n", "name: Родопи\nkind: library\n"),
        ("name: Родопи", "name: Родопи\n"),
        ("name: Кои\u0306\n", "name: Кой\n"),
        (f"{GOOD}demo: Yes # да\n", f"{GOOD}demo: true # да\n"),
        (f"{GOOD}demo: no\n", f"{GOOD}demo: false\n"),
        (f"{GOOD}aliases: [no, 10:30, 012, +35988, 7]\n", f'{GOOD}aliases: ["no", "10:30", "012", "+35988", "7"]\n'),
        (f'{GOOD}contact: {{email: "mailto:a@b.example "}}\n', f'{GOOD}contact: {{email: "a@b.example"}}\n'),
        (f"{GOOD}contact: {{website: b.example/x}}\n", f"{GOOD}contact: {{website: https://b.example/x}}\n"),
        (f'{GOOD}contact: {{phones: ["0361 6 55 55"]}}\n', f'{GOOD}contact: {{phones: ["+359 361 6 55 55"]}}\n'),
        (f"{GOOD}contact: {{phones: [00359 361 1111]}}\n", f'{GOOD}contact: {{phones: ["+359 361 1111"]}}\n'),
        (f"{GOOD}area: [Извор, Брод]\n", f'{GOOD}area: [KRZ16, "40909"]\n'),
        (f"{GOOD}causes: [Чиста река] # наша\n", f"{GOOD}causes: [chista-reka] # наша\n"),
        (f"{GOOD}summary: Чис\u200bтим\n", f"{GOOD}summary: Чистим\n"),
    ],
)
def test_a_safe_repair(before: str, after: str) -> None:
    """Only the mistaken value changes; comments and neighbours stay."""
    assert fixed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        f"{GOOD}causes: [chista-rekа]\n",  # a misspelt reference is proposed, never written
        f"{GOOD}area: [Неизвестно]\n",
        f"{GOOD}contact: {{emial: a@b.example}}\n",
        f'{GOOD}summary: "Не е затворен\n',
        f"{GOOD}# бележка с интервали в края   \n",
        f"{GOOD}body: |\n  ред с два интервала  \n  и още един\n",
        f'{GOOD}summary: "две  "\n',
        f"{GOOD}body: |+\n  текст\n\n\n",
        "<<<<<<< HEAD\nname: а\n",
    ],
)
def test_what_only_a_person_can_tell_stays(text: str) -> None:
    """Byte for byte."""
    assert fixed(text) == text


def test_a_mark_of_the_editor_goes() -> None:
    """The invisible mark before the first field."""
    assert fixed(b"\xef\xbb\xbf" + GOOD.encode()) == GOOD


def test_bytes_that_are_no_text_stay() -> None:
    """Another encoding is not guessed at."""
    content = GOOD.encode("cp1251")
    assert repair("a.yaml", content, Organisation, "a", {}) == content


@pytest.mark.parametrize("name", [name for name, case in WRITTEN.items() if RULES[case.rule].automatic])
def test_what_is_promised_is_done(name: str) -> None:
    """Where the diagnosis says that `make fix` can do it, `make fix` does it."""
    model = FOLDERS[WRITTEN[name].folder]
    before = (CORPUS / "broken" / f"{name}.yaml").read_bytes()
    promised = f"# {name}\n" in GOLDEN and "make fix" in GOLDEN.partition(f"# {name}\n")[2].partition("\n# ")[0]
    assert (repair("a.yaml", before, model, "a", {}) != before) == promised


GOLDEN = (CORPUS / "golden" / "en.txt").read_text(encoding="utf-8")
EVERYTHING = [
    *((FOLDERS[case.folder], (CORPUS / "broken" / f"{name}.yaml").read_bytes()) for name, case in WRITTEN.items()),
    *((FOLDERS[path.stem], path.read_bytes()) for path in sorted((CORPUS / "full").glob("*.yaml"))),
    *((Organisation, content) for case, content in BYTES.values() if len(content) < 10_000),
]


@pytest.mark.parametrize(("model", "content"), EVERYTHING)
def test_twice_is_once(model: type[Organisation], content: bytes) -> None:
    """fix(fix(x)) == fix(x), and comments are the same bytes."""
    once = repair("a.yaml", content, model, "a", NAMES)
    assert repair("a.yaml", once, model, "a", NAMES) == once
    assert re.findall(rb"^\s*(#.*)$", once, re.MULTILINE) == re.findall(rb"^\s*(#.*?)\r?$", content, re.MULTILINE)


@pytest.mark.parametrize("path", sorted((CORPUS / "full").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_good_record_stays_as_it_is(path: Path) -> None:
    """Byte for byte."""
    assert repair("a.yaml", path.read_bytes(), FOLDERS[path.stem], "a", NAMES) == path.read_bytes()


FULL = (CORPUS / "full" / "organisations.yaml").read_text(encoding="utf-8")
MISCHIEF = st.sampled_from(
    ["\t", "\u00a0", " ", ":", "no", "0", '"', "а", "#", "-", "\n", "\r\n", "*", "\u200b", "и\u0306"]
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(FULL)), MISCHIEF), min_size=1, max_size=4))
def test_any_damage_is_repaired_once_and_for_all(damage: list[tuple[int, str]]) -> None:
    """Whatever is typed into a record, a second repair changes nothing."""
    text = FULL
    for at, what in sorted(damage, reverse=True):
        text = text[:at] + what + text[at:]
    once = fixed(text)
    assert fixed(once) == once


def test_a_repair_says_what_it_changed() -> None:
    """Line by line."""
    assert compare(b"a: b\r\nc: no\n", b"a: b\nc: false\n") == ((2, "c: no", "c: false"),)


def test_a_name_stands_for_one_record_only() -> None:
    """Two places of one name cannot be told apart."""
    places = [("KRZ01", "Извор"), ("KRZ02", "Извор"), ("KRZ03", "Брод")]
    briefs = [Brief("place", code.lower(), b"", Text.of({"bg": name}), code=code) for code, name in places]
    assert names_of(briefs) == {("place", "брод"): "KRZ03"}


def test_a_repaired_file_is_written_whole(tmp_path: Path) -> None:
    """With the rights of the old one, and never through a link that somebody left there."""
    path, other = tmp_path / "a.yaml", tmp_path / "other"
    path.write_bytes(b"old")
    path.chmod(0o640)
    other.write_bytes(b"untouched")
    (tmp_path / ".a.yaml.new").symlink_to(other)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777, other.read_bytes()) == (b"new", 0o640, b"untouched")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.yaml", "other"]
