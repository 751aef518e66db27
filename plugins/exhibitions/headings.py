"""Measure headings as they are printed: in lines, by the widths of the letters of Lora 700.

A heading has few letters, so an average says little of it: „Ще помним“ is half as wide again as „Всеки лист“.
"""

from collections.abc import Mapping

# width in parts of the size → letters that are no wider, in their Bulgarian forms; a test holds it to the font
_LETTERS: Mapping[float, str] = {
    0.2: "'",
    0.25: ",.:·‘’‚",
    0.3: " !();|",
    0.35: '"ijlîı',
    0.4: "I[]f°Îİ",
    0.45: "1t“”„",
    0.5: "-7Jrs«»şг‐‑",
    0.55: "*+245=?acevxz§×âçéаезсхэё",
    0.6: "3689FSbdgkoqyöğŞГбвкоуья–",
    0.65: "0ELPTZhnpuÉûüЁЕЗРТЬрч",
    0.7: "&/ABCRXYÂÇАБВСУХЭдийлнпцъѝ",
    0.75: "KVДКЧЯ",
    0.8: "@DGNOQUÖÛÜĞЛОПЪмф…",
    0.85: "H_wЍИЙНЦ—€",
    0.9: "#Фжыю",
    0.95: "%mтшщ",
    1.0: "MМЫ",
    1.05: "WЖ",
    1.1: "Ш",
    1.15: "ЩЮ",
    1.2: "№",
}
WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
# a letter that the font does not have comes from another one
UNKNOWN = 1.2
# browsers and WeasyPrint round, each in its way
AIR = 1.01


def width_of(text: str) -> float:
    """Give the width of a text on one line, in parts of the size of its letters."""
    return sum(WIDTHS.get(letter, UNKNOWN) for letter in text) * AIR


def lines_of(heading: str, width: float) -> int:
    """Tell on how many lines a heading is set, `width` in parts of the size of its letters."""
    lines, line = 1, ""
    for word in heading.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer) > width:
            lines, line = lines + 1, word
        else:
            line = longer
    return lines


def widest_word(heading: str) -> float:
    """Give the width of the widest word, which nothing may break."""
    return max(map(width_of, heading.split()), default=0)
