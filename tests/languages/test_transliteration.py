"""Bulgarian names in Latin letters follow the law of 2009."""

import pytest

from plugins.languages.transliteration import latin, skeleton, slug

# the municipalities of the three regions, with their official names
MUNICIPALITIES = (
    ("Ардино", "Ardino"),
    ("Джебел", "Dzhebel"),
    ("Кирково", "Kirkovo"),
    ("Крумовград", "Krumovgrad"),
    ("Кърджали", "Kardzhali"),
    ("Момчилград", "Momchilgrad"),
    ("Черноочене", "Chernoochene"),
    ("Завет", "Zavet"),
    ("Исперих", "Isperih"),
    ("Кубрат", "Kubrat"),
    ("Лозница", "Loznitsa"),
    ("Разград", "Razgrad"),
    ("Самуил", "Samuil"),
    ("Цар Калоян", "Tsar Kaloyan"),
    ("Борован", "Borovan"),
    ("Бяла Слатина", "Byala Slatina"),
    ("Враца", "Vratsa"),
    ("Козлодуй", "Kozloduy"),
    ("Криводол", "Krivodol"),
    ("Мездра", "Mezdra"),
    ("Мизия", "Mizia"),
    ("Оряхово", "Oryahovo"),
    ("Роман", "Roman"),
    ("Хайредин", "Hayredin"),
)


@pytest.mark.parametrize(("name", "official"), MUNICIPALITIES)
def test_a_municipality_has_its_official_name(name: str, official: str) -> None:
    """The law gives the official Latin name of every municipality."""
    assert latin(name) == official


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Република България", "Republika Bulgaria"),
        ("СОФИЯ", "SOFIA"),
        ("Щъркел", "Shtarkel"),
        ("ЩЪРКЕЛ", "SHTARKEL"),
        ("Чуй, Яно — ела!", "Chuy, Yano — ela!"),
        ("Kırcaali", "Kırcaali"),
    ],
)
def test_text_keeps_its_capitals_and_its_marks(text: str, written: str) -> None:
    """Capitals, punctuation and Latin words stay; България and final -ия have their own spelling."""
    assert latin(text) == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сдружение „Зелени Родопи“", "sdruzhenie-zeleni-rodopi"),
        ("България", "bulgaria"),
        ("Kırcaali İl Kütüphanesi", "kircaali-il-kutuphanesi"),
        ("  №5: ѝ — 2026 г. ", "5-i-2026-g"),
    ],
)
def test_a_slug_is_ascii(text: str, expected: str) -> None:
    """A slug holds letters a–z, digits and single hyphens."""
    assert slug(text) == expected


def test_a_skeleton_is_the_same_however_a_word_is_typed() -> None:
    """Vowels go, and дж, шт, тс count as the one letter that they may be typed for."""
    assert {skeleton(word) for word in ("кърджали", "каржали", "кърджал")} == {"krjl"}
