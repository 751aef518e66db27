"""Sort names as a reader of a language expects: by its alphabet, without regard to case.

The orders are those of the alphabets; a letter that is not in the reader's alphabet comes
after it, digits come before it, and everything else is passed over.
"""

from functools import cache, lru_cache

_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_TURKISH = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
_ORDERS = {"bg": _CYRILLIC + _LATIN, "tr": _TURKISH + _CYRILLIC, "en": _LATIN + _CYRILLIC}
_BASE = str.maketrans("ѝёâîûáéíóúàèìòùäëïñ", "иеaiuaeiouaeiouaein")


@cache
def _weights(lang: str) -> dict[str, int]:
    order = "0123456789" + _ORDERS[lang]
    return {letter: index + 1 for index, letter in enumerate(order)}


def fold_case(text: str, lang: str) -> str:
    """Fold the case of a name: Turkish İ and I become i and ı, elsewhere as Unicode says."""
    if lang == "tr":
        text = text.replace("İ", "i").replace("I", "ı")
    return text.casefold()


class _Places(dict[int, str | None]):
    """Code of a character → a character whose code is its place in the order; None for one that is passed over."""

    def __init__(self, lang: str) -> None:
        self._weights = _weights(lang)

    def __missing__(self, code: int) -> str | None:
        """Find the place of a character, once."""
        char = chr(code)
        if char not in self._weights:
            char = char.translate(_BASE)
        if char == " ":
            self[code] = "\0"
        elif char in self._weights or char.isalpha():
            # the strange letters come after those of the alphabets, in the order of Unicode
            self[code] = chr(self._weights.get(char, 99 + ord(char)))
        else:
            self[code] = None
        return self[code]


@cache
def _places(lang: str) -> _Places:
    return _Places(lang)


@lru_cache(maxsize=200_000)
def sort_key(text: str, lang: str) -> tuple[str, str]:
    """Give a key that orders names by the alphabet of `lang`; ties go by the characters."""
    return fold_case(text, lang).translate(_places(lang)), text


def initial(text: str, lang: str) -> str:
    """Give the letter under which a name stands in an A–Z: its first letter, "#" for none."""
    for char in text:
        if char.isalpha():
            folded = fold_case(char, lang)
            folded = folded if folded in _weights(lang) else folded.translate(_BASE)
            return {"i": "İ", "ı": "I"}.get(folded, folded.upper()) if lang == "tr" else folded.upper()
        if char.isdigit():
            return "#"
    return "#"
