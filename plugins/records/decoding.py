"""Turn the bytes of a publisher's file into text, or into the problem that names what they are."""

import re

from plugins.records.problem import Problem
from plugins.records.rules import make_problem

LARGEST = 256 * 1024
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# YAML 1.1 ends a line at the last three, YAML 1.2 and editors do not
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BULGARIAN = re.compile("[А-я]{3}")
# in Windows-1251 nearly all Bulgarian letters lie above this byte
_LETTERS = 0xC0


def decode(path: str, raw: bytes, largest: int = LARGEST) -> str | Problem:
    """Decode UTF-8; refuse by name other encodings, control characters and what is too big."""
    if len(raw) > largest:
        return make_problem("Y013", path, size=str(len(raw) // 1024), largest=str(largest // 1024))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, raw, error.start)
    if "\x00" in text and (utf16 := _utf16(raw)):
        return make_problem("Y010", path, encoding=utf16)
    if text.startswith("\ufeff"):
        return make_problem("Y011", path, fix=text[1:].partition("\n")[0])
    found = _FORBIDDEN.search(text)
    if found is None:
        return text
    return _at(path, text, found.start(), "Y012", code=f"U+{ord(found.group()):04X}")


def _utf16(raw: bytes) -> str:
    if raw.startswith(_UTF_16):
        return "UTF-16"
    if b"\x00" in raw[:2] and len(raw) % 2 == 0:
        return "UTF-16"
    return ""


def _not_utf8(path: str, raw: bytes, start: int) -> Problem:
    if _utf16(raw):
        return make_problem("Y010", path, encoding="UTF-16")
    good = raw[:start].decode("utf-8")
    guess = "Windows-1251" if _is_bulgarian(raw) else "?"
    rule = "Y009" if guess != "?" else "Y030"
    return _at(path, good, len(good), rule, byte=f"{raw[start]:02X}")


def _is_bulgarian(raw: bytes) -> bool:
    high = [byte for byte in raw if byte >= 0x80]
    many = sum(byte >= _LETTERS for byte in high)
    return many * 10 >= len(high) * 8 and bool(_BULGARIAN.search(raw.decode("cp1251", "replace")))


def _at(path: str, text: str, index: int, rule: str, **arguments: str) -> Problem:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return make_problem(rule, path, (line, column, column + 1), **arguments)
