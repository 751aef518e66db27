"""Everything that the templates say is said in every language."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2.ext import extract_from_ast

from plugins.languages.translations import po_files
from plugins.site.gallery import make_environment

THEME = Path(__file__).resolve().parents[2] / "theme"
TRANSLATED = ("bg", "tr")


def _said_in_templates() -> tuple[set[str], set[tuple[str, ...]]]:
    """Give the plain sentences and the (singular, plural) pairs of all templates."""
    environment = make_environment(THEME)
    one, many = set(), set()
    for path in sorted(THEME.rglob("*.html")):
        for _, _, said in extract_from_ast(environment.parse(path.read_text(encoding="utf-8"))):
            if isinstance(said, str):
                one.add(said)
            elif said:
                many.add(tuple(form for form in said if form))
    return one, many


ONE, MANY = _said_in_templates()


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_sentence_of_the_templates_is_translated(lang: str) -> None:
    """No English sentence is left on a page in another language."""
    known = _ids(lang)
    assert ({*ONE} - known, {pair for pair in MANY if pair[0] not in known}) == (set(), set())


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_sentence_is_translated_in_one_file(lang: str) -> None:
    """All files make one catalogue, in which a second translation would silently take the place of the first."""
    found = [id for path in po_files(lang) for id in _ids(lang, path.name)]
    assert sorted(id for id in set(found) if found.count(id) > 1) == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_our_translations_hold_nothing_that_nobody_says(lang: str) -> None:
    """A sentence that left the templates leaves theme.po too."""
    spoken = ONE | {pair[0] for pair in MANY}
    assert _ids(lang, "theme.po") - spoken == set()


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_translation_keeps_the_places_of_values(lang: str) -> None:
    """A placeholder of the English sentence stands in every form of its translation."""
    wrong = []
    path = THEME / "translations" / lang / "LC_MESSAGES" / "theme.po"
    with path.open("rb") as file:
        for message in read_po(file, locale=lang):
            wrong += [message.id for error in message.check() if error]
    assert wrong == []


def _ids(lang: str, name: str = "") -> set[str]:
    ids: set[str] = set()
    for path in po_files(lang):
        if name in path.name:
            with path.open("rb") as file:
                for message in read_po(file, locale=lang):
                    forms = message.id if isinstance(message.id, tuple | list) else (message.id,)
                    ids |= {forms[0]} if message.string else set()
    return ids - {""}
