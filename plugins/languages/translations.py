"""Load what the site and the commands say, in the language of the reader.

The message ids are English sentences. Every `*.po` file of a language is merged into one
catalogue; compiling them is kept apart from loading, so that a build can keep the result.
"""

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "theme" / "translations"
# what the message ids are written in
SOURCE_LANGUAGE = "en"


def po_files(lang: str, folder: Path = FOLDER) -> list[Path]:
    """List the files of translations of a language, sorted by name."""
    return sorted((folder / lang / "LC_MESSAGES").glob("*.po"))


def compile_translations(lang: str, folder: Path = FOLDER) -> bytes:
    """Merge the translations of a language into the bytes of one `.mo` catalogue."""
    # loading this half of Babel costs more than the whole rest here, and a build compiles once for many
    from babel.messages.catalog import Catalog  # noqa: PLC0415
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    merged = Catalog(locale=lang)
    for path in po_files(lang, folder):
        with path.open("rb") as file:
            for message in read_po(file, locale=lang):
                if message.id and message.string and not message.fuzzy:
                    merged[message.id] = message
    out = BytesIO()
    write_mo(out, merged)
    return out.getvalue()


def load_translations(lang: str, compiled: bytes | None = None) -> NullTranslations:
    """Give the translations of a language; `compiled` saves reading the `.po` files again."""
    if lang == SOURCE_LANGUAGE:
        return NullTranslations()
    return GNUTranslations(BytesIO(compiled or compile_translations(lang)))
