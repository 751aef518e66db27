"""The YAML that we accept, and what becomes of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.records.marks import Span
from plugins.records.source import Value, read_source


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("123456789012345", 123456789012345),
        ("-5", "-5"),
        ("2,1", "2,1"),
        ("2026-11-20", "2026-11-20"),
        ("2026-12-05T10:30", "2026-12-05T10:30"),
        ('"0361 65 555"', "0361 65 555"),
        ("'no'", "no"),
        ("https://rodopi.example/a?b=c", "https://rodopi.example/a?b=c"),
        ("Гората е наша # бележка", "Гората е наша"),
        ("[а, б]", ("а", "б")),
        ("{bg: а, tr: b}", {"bg": "а", "tr": "b"}),
        ("|\n  два\n  реда", "два\nреда"),
        (">-\n  един\n  ред", "един ред"),
    ],
)
def test_a_value_is_read_as_written(written: str, value: Value) -> None:
    """Booleans and plain whole numbers have their type, everything else is text."""
    source = read_source("a.yaml", f"field: {written}")
    assert (source.data, source.problems, source.doubtful) == ({"field": value}, (), ())


@pytest.mark.parametrize(
    "written",
    [
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "True",
        "FALSE",
        "null",
        "~",
        "0123",
        "000123456",
        "0361234567",
        "+359361654321",
        "10:30",
        "1_000",
        "0x1F",
        "0o17",
        "1e5",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".nan",
        "=",
        "1234567890123456",
        "-012",
        "190:20:30",
    ],
)
def test_what_programs_read_differently_is_doubted(written: str) -> None:
    """No such value passes in silence: the reader of the record names it."""
    source = read_source("a.yaml", f"field: {written}")
    assert [event.value for event in source.doubtful] == [written]


def test_a_key_without_value_counts_as_not_written() -> None:
    """An empty field is kept apart, so that an unknown one is not lost."""
    source = read_source("a.yaml", "name: а\nsummary:\nbody: б\n")
    assert source.data == {"name": "а", "body": "б"}
    assert [event.value for event in source.empty] == ["summary"]


def test_marks_lead_to_keys_and_values() -> None:
    """Spans leave out quotes, count lines and columns from 1, and letters, not bytes."""
    text = 'име: Ж\nlist:\n  - {ключ: "Родопи"}\n'
    marks = read_source("a.yaml", text).marks
    assert marks.values["list", 0, "ключ"] == Span(3, 13, 19, 25, 31, '"')
    assert text[25:31] == "Родопи"
    assert marks.keys["list", 0, "ключ"][:3] == (3, 6, 10)
    assert marks.at(("list", 0, "ключ", "deeper")) == marks.values["list", 0, "ключ"]
    assert marks.at(("list", 7)) == marks.keys["list",]


def test_a_carriage_return_ends_a_line_once() -> None:
    """Files from Windows have the same lines and columns."""
    marks = read_source("a.yaml", "a: б\r\nв:\r\n  г: д\r\n").marks
    assert marks.values["в", "г"][:3] == (3, 6, 7)


@settings(deadline=None)
@given(st.text(st.sampled_from("а: -[]{}\"'#&*!|>%@`\t\n\\,?0no~\u00a0"), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever the text, there are values or there are problems, and no exception."""
    source = read_source("a.yaml", text)
    assert source.data or source.problems or source.empty or text.strip().startswith(("{", "---"))
    assert all(problem.line >= 1 and problem.column >= 1 for problem in source.problems)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """The same for bytes that are no text."""
    read_source("a.yaml", content)
