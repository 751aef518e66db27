"""Read dates of the Extended Date/Time Format (EDTF, Library of Congress), and say them in words.

Understood is what libraries write of old things: a year, month or day, a season, a decade
(194X) or century (19XX), an interval (1947/1952, 1947/.., ../1952), each perhaps uncertain (?),
approximate (~) or both (%).
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from plugins.languages.dates import say_date

_PART = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-(?P<month>0[1-9]|1[0-2]|2[1-4])(-(?P<day>[0-9]{2}))?)?(?P<mark>[?~%])?"
)
OPEN = ".."


class Years(NamedTuple):
    """The first and the last year of a date; None for an end that is open."""

    first: int | None
    last: int | None


class _Part(NamedTuple):
    year: str
    month: str
    day: str
    mark: str


def is_edtf(value: str) -> bool:
    """Tell whether a date is one that we can read."""
    start, slash, end = value.partition("/")
    if not slash:
        return _read(start) is not None
    ends = [_read(each) for each in (start, end) if each not in (OPEN, "")]
    if not ends or None in ends:
        return False
    years = years_of(value)
    return years.first is None or years.last is None or years.first <= years.last


def _read(text: str) -> _Part | None:
    found = _PART.fullmatch(text)
    if found is None:
        return None
    part = _Part(found["year"], found["month"] or "", found["day"] or "", found["mark"] or "")
    if (part.month or part.day) and "X" in part.year:
        return None
    if part.day:
        try:
            date.fromisoformat(f"{part.year}-{part.month}-{part.day}")
        except ValueError:
            return None
    return part


def years_of(value: str) -> Years:
    """Give the years of a date that `is_edtf`."""
    start, slash, end = value.partition("/")
    first = start[:4] if start not in (OPEN, "") else ""
    last = (end[:4] if end not in (OPEN, "") else "") if slash else first
    return Years(int(first.replace("X", "0")) if first else None, int(last.replace("X", "9")) if last else None)


def sort_value(value: str) -> tuple[int, str]:
    """Give a key by which dates stand in the order of time; an open beginning counts from its end."""
    years = years_of(value)
    year = years.first if years.first is not None else years.last
    return (year or 0), value.replace("X", "0")


def iso_interval(value: str) -> str:
    """Give the date as ISO 8601 without what only EDTF knows: 1940/1949 for 194X."""
    if not ({"X", "?", "~", "%"} & set(value)) and "-2" not in value[4:7]:
        return value
    years = years_of(value)
    if years.first == years.last:
        return f"{years.first:04}"
    return "/".join(OPEN if year is None else f"{year:04}" for year in years)


@lru_cache(maxsize=20_000)
def say_edtf(value: str, lang: str) -> str:
    """Say a date in words of the language."""
    start, slash, end = value.partition("/")
    if not slash:
        return _say(start, lang)
    words = _OPEN_END[lang]
    if start in (OPEN, ""):
        return words[0].format(_say(end, lang))
    if end in (OPEN, ""):
        return words[1].format(_say(start, lang))
    if start.isdigit() and end.isdigit():
        return _YEAR[lang].format(f"{start}–{end}")
    return f"{_say(start, lang)} – {_say(end, lang)}"


def _say(text: str, lang: str) -> str:
    part = _read(text)
    if part is None:
        return text
    words = _say_part(part, lang)
    return _MARKS[lang][part.mark].format(words) if part.mark else words


def _say_part(part: _Part, lang: str) -> str:
    if part.year.endswith("XX"):
        return _century(int(part.year[:2]) + 1, lang)
    if part.year.endswith("X"):
        return say_decade(int(part.year[:3]) * 10, lang)
    if part.month > "12":
        return _SEASONS[lang][int(part.month) - 21].format(_YEAR[lang].format(part.year))
    if part.month:
        return say_date("-".join(each for each in part[:3] if each), lang)
    return _YEAR[lang].format(part.year)


def say_decade(year: int, lang: str) -> str:
    """Say the ten years from `year` on."""
    if lang == "tr":
        return f"{year}’{_TENS[year // 10 % 10] if year % 1000 else 'li'} yıllar"
    return {"bg": f"{year}-те години", "en": f"{year}s"}[lang]


def _century(number: int, lang: str) -> str:
    if lang == "bg":
        return f"{_roman(number)} век"
    if lang == "tr":
        return f"{number}. yüzyıl"
    ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


def _roman(number: int) -> str:
    signs = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for value, sign in signs:
        out += sign * (number // value)
        number %= value
    return out


_YEAR = {"bg": "{} г.", "tr": "{}", "en": "{}"}
_MARKS = {
    "bg": {"~": "около {}", "?": "вероятно {}", "%": "вероятно около {}"},
    "tr": {"~": "{} dolayları", "?": "muhtemelen {}", "%": "muhtemelen {} dolayları"},
    "en": {"~": "about {}", "?": "probably {}", "%": "probably about {}"},
}
_OPEN_END = {
    "bg": ("до {}", "от {} нататък"),
    "tr": ("{} ve öncesi", "{} ve sonrası"),
    "en": ("until {}", "from {} on"),
}
_SEASONS = {
    "bg": ("пролетта на {}", "лятото на {}", "есента на {}", "зимата на {}"),
    "tr": ("{} ilkbaharı", "{} yazı", "{} sonbaharı", "{} kışı"),
    "en": ("spring {}", "summer {}", "autumn {}", "winter {}"),
}
# endings by the last vowel of the number: bin dokuz yüz kırk’lı, elli’li …
_TENS = ("lü", "lu", "li", "lu", "lı", "li", "lı", "li", "li", "lı")
