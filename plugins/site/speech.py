"""What the commands say, in the language of the person at the keyboard."""

from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from plugins.languages.translations import FOLDER, compile_translations, load_translations, po_files
from plugins.setup.words import language
from plugins.site.state import load_plain, save_plain

# (English sentence with {names}, the values for them) → the sentence in the reader's language
Say = Callable[..., str]


def speak(kept: Path | None = None) -> Say:
    """Give the function that translates and fills a sentence.

    `kept` is a folder in which a build finds the translations compiled: reading them anew costs more than
    looking at a thousand pages.
    """
    lang = language()
    known = load_translations(lang, None if kept is None else keep_translations(lang, kept))

    def say(sentence: str, **values: object) -> str:
        return known.gettext(sentence).format(**values)

    return say


def keep_translations(lang: str, kept: Path, folder: Path = FOLDER) -> bytes:
    """Give the translations of a language compiled; `kept` is where they lie until a file of them changes."""
    content = b"\0".join(path.read_bytes() for path in po_files(lang, folder))
    key = blake2b(content, digest_size=16).digest()
    compiled = load_plain(kept / f"speech-{lang}", key)
    if not isinstance(compiled, bytes):
        compiled = compile_translations(lang, folder)
        # a command must be able to speak where it may not write
        with suppress(OSError):
            save_plain(kept / f"speech-{lang}", key, compiled)
    return compiled
