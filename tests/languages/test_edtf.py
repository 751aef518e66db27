import pytest

from plugins.languages.edtf import is_edtf, iso_interval, say_edtf, sort_value

SAID = [
    ("1947", "1947 г.", "1947", "1947", "1947"),
    ("1947-05", "май 1947\u202fг.", "Mayıs 1947", "May 1947", "1947-05"),
    ("194X", "1940-те години", "1940’lı yıllar", "1940s", "1940/1949"),
    ("18XX", "XIX век", "19. yüzyıl", "19th century", "1800/1899"),
    ("1947~", "около 1947 г.", "1947 dolayları", "about 1947", "1947"),
    ("1947?", "вероятно 1947 г.", "muhtemelen 1947", "probably 1947", "1947"),
    ("1947-23", "есента на 1947 г.", "1947 sonbaharı", "autumn 1947", "1947"),
    ("1947/1952", "1947–1952 г.", "1947–1952", "1947–1952", "1947/1952"),
    ("../1952", "до 1952 г.", "1952 ve öncesi", "until 1952", "../1952"),
    ("1947/..", "от 1947 г. нататък", "1947 ve sonrası", "from 1947 on", "1947/.."),
    ("2000-02-29", "29 февруари 2000\u202fг.", "29 Şubat 2000", "29 February 2000", "2000-02-29"),
]


@pytest.mark.parametrize(("date", "bg", "tr", "en", "iso"), SAID, ids=[row[0] for row in SAID])
def test_a_date_is_said_in_every_language(date: str, bg: str, tr: str, en: str, iso: str) -> None:
    """As people say it, and as ISO 8601 writes it."""
    assert is_edtf(date)
    assert [say_edtf(date, lang) for lang in ("bg", "tr", "en")] == [bg, tr, en]
    assert iso_interval(date) == iso


@pytest.mark.parametrize(
    "date", ["", "circa 1900", "1947-13", "1947-02-30", "194X-05", "1952/1947", "../..", "47", "1947/x"]
)
def test_what_is_no_date_is_refused(date: str) -> None:
    """Words, days that there are not, intervals that end before they begin."""
    assert not is_edtf(date)


def test_dates_stand_in_the_order_of_time() -> None:
    """Ten years come before the first of them that is known more closely; an open beginning counts from its end."""
    dates = ["1947-05", "1947", "194X", "../1930", "1947/1952", "19XX"]
    assert sorted(dates, key=sort_value) == ["19XX", "../1930", "194X", "1947", "1947-05", "1947/1952"]
