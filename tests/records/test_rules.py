"""The table of rules and its translations belong together."""

from string import Formatter

import pytest

from plugins.languages.translations import load_translations
from plugins.records.report import render
from plugins.records.rules import NEEDED, READ_AS, RULES, SHAPES, make_problem

SAID = {
    *NEEDED.values(),
    *SHAPES.values(),
    *READ_AS.values(),
    *(message for rule in RULES.values() for message in (rule.message, rule.why, *rule.by_type.values())),
}


@pytest.mark.parametrize("lang", ["bg", "tr"])
def test_every_sentence_is_translated_with_its_places(lang: str) -> None:
    """A missing or altered {place} would fail in front of the librarian."""
    gettext = load_translations(lang).gettext
    assert [said for said in SAID if _places(said) != _places(gettext(said))] == []
    only_place = {"{needed}", "{shape}"}
    assert [said for said in SAID - only_place if gettext(said) == said] == []


def _places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_an_excerpt_counts_the_width_of_a_terminal() -> None:
    """Tabs are drawn, wide and combining characters are counted as they are shown, controls are replaced."""
    line = "\t漢й\x1b[31mтекст"
    problem = make_problem("Y021", "a.yaml", (1, 9, 14))
    excerpt = render(problem, [line], str).splitlines()[3:5]
    assert excerpt == ["1 | →   漢й�[31mтекст", "  |             ^^^^^"]


def test_a_long_line_is_cut_around_its_marks() -> None:
    """A file in one line is still shown in one line."""
    problem = make_problem("Y021", "a.yaml", (1, 501, 504))
    shown, carets = render(problem, ["а" * 500 + "xyz" + "б" * 500], str).splitlines()[3:5]
    assert len(shown) < 120
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "xyz"


def test_a_value_cannot_break_the_message() -> None:
    """Braces and endless values of the file are only text."""
    said = render(make_problem("V104", "a.yaml", (1, 1, 2), value="{0}{x}" + "а" * 9000, allowed="b"), [], str)
    assert said.startswith('error[V104]: unknown field "{0}{x}аа')
    assert len(said) < 1000
