import pytest

from plugins.exhibitions.labels import Sentence, check_print, count_words, sentences
from plugins.exhibitions.panels import Line, split_panels
from plugins.exhibitions.sheets import SIZES

CASES = [
    ("", []),
    ("Едно две. Три!", [Sentence(2, 1, 1), Sentence(1, 1, 11)]),
    ("Едно\nдве\nтри", [Sentence(3, 1, 1)]),
    ("Едно\n\nдве", [Sentence(1, 1, 1), Sentence(1, 3, 1)]),
    ("- едно\n- две три", [Sentence(1, 1, 3), Sentence(2, 2, 3)]),
    ("**Едно** [две](https://example.org). Три", [Sentence(2, 1, 3), Sentence(1, 1, 38)]),
    ("През 2026 г. имаше 5 табла.", [Sentence(6, 1, 1)]),
    ("Каза: „Да.“ Тогава дойде.", [Sentence(2, 1, 1), Sentence(2, 1, 13)]),
    ("А б в а. А б", [Sentence(4, 1, 1), Sentence(2, 1, 10)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences_are_counted_at_their_place(text: str, expected: list[Sentence]) -> None:
    """Sentences end at full stops, paragraphs and items; each is found where its first word stands."""
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    assert list(sentences(lines)) == expected


def test_sizes_that_are_not_printed_are_not_measured() -> None:
    """A long text is small on A4, and large enough on the roll-up."""
    panels = split_panels(f"## Табло {{#a}}\n{'дума ' * 180}\n", 1)[1:]
    assert [problem.rule for problem in check_print("a.md", panels, "bg")] == ["E244"]
    assert list(check_print("a.md", panels, "bg", SIZES[3:])) == []


def test_words_may_hold_hyphens() -> None:
    """A word with a hyphen or an apostrophe is one word; signs are none."""
    assert count_words("по-добро O'Neill – 5 %") == 3


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("дума " * 60, []),
        ("дума " * 400, [("E244", 1)]),
        ("    " + "x" * 56, [("E245", 2)]),
        ("| " + "клетка | " * 8, [("E245", 2)]),
        ("дума " * 12 + "\\\nдруг ред", [("E245", 2)]),
        ("дума " * 12 + "\nпренася се", []),
    ],
    ids=["short", "too small", "code", "table", "poem", "flows"],
)
@pytest.mark.parametrize("lang", ["bg", "tr", "en"])
def test_what_print_makes_too_small_or_too_long_is_named(lang: str, body: str, expected: list[tuple[str, int]]) -> None:
    """Long texts get small letters, at the line of their panel; a line that keeps its breaks must be short itself."""
    panels = split_panels(f"## Табло {{#a}}\n{body}\n", 1)[1:]
    assert [(problem.rule, problem.line) for problem in check_print("a.md", panels, lang)] == expected
