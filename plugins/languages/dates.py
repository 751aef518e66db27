"""Say days and moments in words of the reader's language."""

from datetime import date, time, timedelta
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

DateStyle = Literal["long", "day", "month", "month-year", "weekday", "time"]
_PATTERNS = {"day": "d", "month": "LLL", "weekday": "EEEE, d MMMM"}
_LOCALES = {"en": "en_GB"}
# does not break: the abbreviation stays with its year, as in the whole dates of the locale
_THIN = "\u202f"
_CLOCK = {"bg": "{date}, {time} ч.", "tr": "{date}, {time}", "en": "{date}, {time}"}


@lru_cache(maxsize=20_000)
def say_date(value: str, lang: str, style: DateStyle = "long") -> str:
    """Say an ISO day or moment, or "YYYY-MM" or "YYYY", in the language.

    "long" gives "5 декември 2026 г." and adds the time of a moment; "day" and "month" give
    the parts of a date leaf; "weekday" gives "събота, 5 декември"; "time" gives "16:30", or ""
    where there is no time.
    """
    day, _, clock = value.partition("T")
    if style == "time":
        return say_time(clock, lang) if clock else ""
    if len(day) < len("2026-12-05"):
        return _say_part(day, lang)
    moment = date.fromisoformat(day)
    if style == "month-year":
        return _say_part(day[:7], lang)
    if style in _PATTERNS:
        return format_date(moment, _PATTERNS[style], locale=_LOCALES.get(lang, lang)).rstrip(".")
    words = format_date(moment, "long", locale=_LOCALES.get(lang, lang))
    return _CLOCK[lang].format(date=words, time=say_time(clock, lang)) if clock else words


@lru_cache
def weekdays(lang: str) -> tuple[tuple[str, str], ...]:
    """Give the days of the week from Monday on, each in full and in short."""
    # a week that begins on a Monday
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(7)]
    locale = _LOCALES.get(lang, lang)
    return tuple((format_date(day, "cccc", locale=locale), format_date(day, "ccc", locale=locale)) for day in days)


def _say_part(value: str, lang: str) -> str:
    if len(value) == len("2026"):
        return value
    words = format_date(date.fromisoformat(f"{value}-01"), "LLLL y", locale=_LOCALES.get(lang, lang))
    return f"{words}{_THIN}г." if lang == "bg" else words


def say_time(clock: str, lang: str) -> str:
    """Say an ISO time of day on the clock of 24 hours."""
    return format_time(time.fromisoformat(clock), "HH:mm", locale=_LOCALES.get(lang, lang))


@lru_cache(maxsize=20_000)
def say_number(value: int | float | str, lang: str) -> str:
    """Write a number as the language does; a string that is no number comes back as it is."""
    try:
        return format_decimal(str(value).replace(" ", "").replace(",", "."), locale=_LOCALES.get(lang, lang))
    except (ValueError, ArithmeticError):
        return str(value)
