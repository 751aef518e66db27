import re
from gettext import NullTranslations

import pytest

from plugins.exhibitions.rules import RULES
from plugins.languages.translations import load_translations

SENTENCES = sorted({sentence for rule in RULES.values() for sentence in (rule.message, rule.why)})


@pytest.fixture(scope="module", params=["bg", "tr"])
def translations(request: pytest.FixtureRequest) -> NullTranslations:
    """Give the translations of each language, compiled once."""
    return load_translations(request.param)


@pytest.mark.parametrize("sentence", SENTENCES, ids=range(len(SENTENCES)))
def test_rules_are_translated(translations: NullTranslations, sentence: str) -> None:
    """Every sentence has a translation that takes the same arguments."""
    translated = translations.gettext(sentence)
    assert translated != sentence
    assert sorted(re.findall(r"{\w*}", translated)) == sorted(re.findall(r"{\w*}", sentence))
