"""Write every diagnosis of the corpus as a librarian reads it: `python -m tests.corpus.write`."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.languages.translations import load_translations
from plugins.records.report import lines_under, render
from tests.corpus.cases import BYTES, CORPUS, FILES, WRITTEN, put_bytes, put_written
from tests.corpus.project import copy_good, problems_of

LANGUAGES = ("bg", "tr", "en")


def golden_texts() -> dict[str, str]:
    """Give language → all diagnoses, each under the name of its case."""
    words = {lang: load_translations(lang).gettext for lang in LANGUAGES}
    parts: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    puts: dict[str, Callable[[Path], None]] = {
        **{name: lambda root, name=name: put_written(name, root) for name in WRITTEN},  # type: ignore[misc]  # mypy cannot type the default
        **{name: lambda root, name=name: put_bytes(name, root) for name in BYTES},  # type: ignore[misc]  # as above
        **{name: put for name, (_, _, put) in FILES.items()},
    }
    for name, put in puts.items():
        with TemporaryDirectory() as folder:
            root = copy_good(Path(folder))
            put(root)
            problems, lines = problems_of(root), lines_under(root)
            for lang in LANGUAGES:
                said = [render(problem, lines(problem.path), words[lang]) for problem in problems[-3:]]
                parts[lang].append("\n\n".join([f"# {name}", *said]) + "\n")
            shutil.rmtree(root)
    return {lang: "\n".join(texts) for lang, texts in parts.items()}


if __name__ == "__main__":
    for lang, text in golden_texts().items():
        (CORPUS / "golden" / f"{lang}.txt").write_text(text, encoding="utf-8")
