"""Turn a mapping of language → string into a `Text` that knows its best version for a reader.

The bottom of the flow: every name, summary and body of a record is a `Text`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

DEFAULT_LANGUAGE = "bg"
LANGUAGES = ("bg", "tr", "en")


class Phrase(NamedTuple):
    """A string together with the language that it is written in."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Text:
    """An immutable mapping of language → string, in the order of `LANGUAGES`."""

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, strings: Mapping[str, str]) -> "Text":
        """Make a text from a mapping; languages come in the order of `LANGUAGES`, others after."""
        order = {lang: index for index, lang in enumerate(LANGUAGES)}
        return cls(tuple(sorted(strings.items(), key=lambda p: (order.get(p[0], 99), p[0]))))

    def best(self, lang: str) -> Phrase:
        """Give the string for `lang`, else the default language's, else the first there is."""
        fallback = self.pairs[0]
        for pair in self.pairs:
            if pair[0] == lang:
                return Phrase(pair[1], lang)
            if pair[0] == DEFAULT_LANGUAGE:
                fallback = pair
        return Phrase(fallback[1], fallback[0])

    def has(self, lang: str) -> bool:
        """Tell whether the text is written in `lang`, without any fallback."""
        return any(pair[0] == lang for pair in self.pairs)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the text is written in."""
        return tuple(lang for lang, _ in self.pairs)
