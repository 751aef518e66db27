"""The sentences of the set-up are there in three languages."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from plugins.setup.words import BULGARIAN, TABLES, TURKISH, language, sentence

SETUP = Path(__file__).resolve().parents[2] / "plugins" / "setup"
SPEAKING = {"say", "sentence"}


def test_every_sentence_is_translated() -> None:
    """The tables hold exactly the sentences that the modules of the set-up say."""
    assert set(BULGARIAN) == set(TURKISH) == said_sentences()


@pytest.mark.parametrize("table", [BULGARIAN, TURKISH], ids=["bg", "tr"])
def test_a_translation_has_the_placeholders_of_the_sentence(table: dict[str, str]) -> None:
    """No translation loses or invents a {placeholder}."""
    assert [english for english, words in table.items() if placeholders(english) != placeholders(words)] == []


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        pytest.param({}, "bg", id="nothing is set"),
        pytest.param({"LANG": "tr_TR.UTF-8"}, "tr", id="the locale"),
        pytest.param({"LANG": "tr_TR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en", id="LC_ALL before LANG"),
        pytest.param({"LC_ALL": "en_GB.UTF-8", "SREDISHTE_LANG": "tr"}, "tr", id="our own before all"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "bg", id="a language that we do not speak"),
        pytest.param({"LANG": "C.UTF-8"}, "bg", id="no language"),
    ],
)
def test_the_language_is_the_person_s(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    """SREDISHTE_LANG counts before the locale, and Bulgarian is what is left."""
    for name in ("SREDISHTE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language() == expected


def test_a_sentence_is_filled_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The values stand in the translated sentence."""
    monkeypatch.setenv("SREDISHTE_LANG", "bg")
    assert sentence("Preparing Python's own folder, {folder} …", folder="x") == "Подготвям папка за Python – x…"


def test_tables_are_for_the_languages_of_the_sites() -> None:
    """Bulgarian, Turkish and English, in which the sentences are written."""
    assert list(TABLES) == ["bg", "tr", "en"]


def said_sentences() -> set[str]:
    """Return the first argument of every call of say() and sentence() that is a literal, or a name given one."""
    found = set()
    for path in SETUP.glob("*.py"):
        tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        names = {
            target.id: node.value
            for node in tree
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in tree:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
                first = node.args[0]
                value = names.get(first.id) if isinstance(first, ast.Name) else first
                if isinstance(value, ast.Constant):
                    found.add(str(value.value))
    return found


def placeholders(words: str) -> set[str | None]:
    """Return the names of the placeholders in a sentence."""
    return {name for _, name, _, _ in Formatter().parse(words) if name}
