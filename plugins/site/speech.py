"""What the commands say, in the language of the person at the keyboard."""

from collections.abc import Callable

from plugins.languages.translations import load_translations
from plugins.setup.words import language

# (English sentence with {names}, the values for them) → the sentence in the reader's language
Say = Callable[..., str]


def speak() -> Say:
    """Give the function that translates and fills a sentence."""
    known = load_translations(language())

    def say(sentence: str, **values: object) -> str:
        return known.gettext(sentence).format(**values)

    return say
