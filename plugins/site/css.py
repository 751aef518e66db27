"""Make sheets small: styles as they are written → styles as they are sent, and the tokens that they need.

The styles have a declaration, or a part of a list, on each line, as stylelint holds them; minifiers break `.a :is(b)`.
"""

import re
from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# not the modifier of a class
_TOKEN = re.compile(r"(?<![\w-])--[a-z][\w-]*")
_SET = re.compile(r"^(--[a-z][\w-]*): (.*);$")
_PROPERTY = re.compile(r"^([-a-z0-9]+): ")
_FRACTION = re.compile(r"\b0\.")
_QUOTED = re.compile(r'="([a-z][a-z-]*)"(?=])')
# the signs between selectors; those that may stand in a sum keep their spaces
_BETWEEN = re.compile(r" ([>~]) ")


def shrink(styles: str, names: dict[str, str]) -> bytes:
    """Leave out comments, indents, ends of lines and needless signs; `names` is token → the name that is sent."""
    text = "".join(_PROPERTY.sub(r"\1:", line).replace(" {", "{") for line in _lines(styles))
    text = _QUOTED.sub(r"=\1", _BETWEEN.sub(r"\1", _FRACTION.sub(".", text.replace(";}", "}"))))
    return _TOKEN.sub(lambda found: names.get(found[0], found[0]), text).encode()


def short_names(tokens: str) -> dict[str, str]:
    """Map each token to a name of one letter or two, in the order in which the style of tokens sets them."""
    found = dict.fromkeys(_TOKEN.findall(tokens))
    letters = ("".join(each) for size in (1, 2) for each in product(ascii_lowercase, repeat=size))
    return {token: f"--{name}" for token, name in zip(found, letters, strict=False)}


def used_tokens(styles: str, tokens: str) -> set[str]:
    """Name the tokens that styles use, by themselves or through the value of another."""
    values: dict[str, set[str]] = {}
    for line in _lines(tokens):
        if set_ := _SET.match(line):
            values.setdefault(set_[1], set()).update(_TOKEN.findall(set_[2]))
    used = todo = set(_TOKEN.findall(styles)) & set(values)
    while todo:
        todo = set().union(*(values[name] for name in todo)) - used
        used = used | todo
    return used


def only_tokens(tokens: str, wanted: set[str]) -> str:
    """Leave of the style of tokens what sets the wanted ones, and nothing else; nothing at all where none is wanted."""
    text = "\n".join(line for line in _lines(tokens) if not line.endswith(";") or _is_set(line, wanted))
    empty = re.compile(r"[^{};\n][^{};]*\{\n\}\n?")
    while empty.search(text):
        text = empty.sub("", text)
    return text


def _is_set(line: str, wanted: set[str]) -> bool:
    set_ = _SET.match(line)
    return set_ is not None and set_[1] in wanted


def _lines(styles: str) -> Iterator[str]:
    lines = (line.strip() for line in _COMMENT.sub("", styles).splitlines())
    return (line for line in lines if line)
