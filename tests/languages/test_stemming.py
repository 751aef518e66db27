"""Forms of a word have one stem, and text becomes terms."""

import pytest

from plugins.languages.stemming import stem_bulgarian, stem_english, stem_turkish
from plugins.languages.tokens import identifier, term, terms

FORMS = (
    ("библиотека", "библиотеката", "библиотеки", "библиотеките"),
    ("книга", "книгата", "книги", "книгите"),
    ("дете", "детето", "деца", "децата"),
    ("град", "града", "градът", "градове", "градовете"),
    ("река", "реката", "реки", "реките"),
    ("организация", "организацията", "организации", "организациите"),
    ("доброволец", "доброволци", "доброволците"),
    ("зелен", "зелена", "зелено", "зелени", "зелената", "зелените"),
    ("бял", "бяла", "бели", "белите", "бялата"),
    ("учител", "учителя", "учителят", "учители", "учителите"),
    ("път", "пътя", "пътят", "пътища", "пътищата"),
    ("работи", "работят", "работим"),
)


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_forms_of_a_word_meet(forms: tuple[str, ...]) -> None:
    """Number, article and gender do not matter."""
    assert len({stem_bulgarian(form) for form in forms}) == 1


def test_different_words_stay_apart() -> None:
    """Words that only begin alike have stems of their own."""
    assert (
        len({stem_bulgarian(word) for word in ("библиотека", "библиография", "гора", "горски", "град", "градина")}) == 6
    )


def test_turkish_and_english_follow_their_stemmers() -> None:
    """Snowball's Turkish knows its letters; lunr's English writes a final y as i."""
    assert [stem_turkish("kütüphaneler"), stem_turkish("derneği")] == ["kütüphane", "dernek"]
    assert [stem_english("valleys"), stem_english("libraries")] == ["vallei", "librari"]


def test_terms_are_folded_and_stopped() -> None:
    """Stop words, single letters, case, diacritics and stress marks do not count."""
    assert terms("На Кърджали и ѝ В ТЪРГОВЍЩЕ", "bg") == [term("кърджали", "bg"), term("търговище", "bg")]
    assert terms("İstanbul ve IŞIK", "tr") == ["istanbul", "isik"]


@pytest.mark.parametrize("phone", ["0361 6 23 45", "+359 361 62345", "00359 (0)361/62-345"])
def test_a_phone_number_is_one_term(phone: str) -> None:
    """However it is spaced and whether or not it names the country."""
    assert identifier(phone) == "036162345"
