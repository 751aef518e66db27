"""Write what librarians read of mistakes in exhibitions: `python -m tests.exhibitions.diagnoses`, and read it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.exhibitions.rules import RULES
from plugins.languages.translations import load_translations
from plugins.records import rules
from plugins.records.report import lines_under, render
from tests.exhibitions.objects.test_media import picture
from tests.exhibitions.objects.test_reading import BAD as OBJECTS
from tests.exhibitions.objects.test_reading import HEAD
from tests.exhibitions.project import FIELDS, read_project, write_project
from tests.exhibitions.test_across import SAME_ADDRESS
from tests.exhibitions.test_reading import BAD, GOOD, TRANSLATIONS, photograph
from tests.exhibitions.test_tour import BAD as TOURS

FOLDER = Path(__file__).parent / "diagnoses"
LANGUAGES = ("bg", "tr", "en")
_SHOWN = f"{FIELDS}## А {{#a}}\n![Река](a.png){{credit=Клубът rights=unknown}}\n"
# name → the files of the exhibition
CASES: dict[str, dict[str, str | bytes]] = {
    **{name: {"index.bg.md": text} for name, text, _ in BAD},
    **{f"translation: {name}": {"index.bg.md": GOOD, "index.tr.md": text} for name, text, _ in TRANSLATIONS},
    "no Bulgarian": {"index.tr.md": "---\nname: Arda\n---\n"},
    "strange file": {"index.bg.md": GOOD, "plan.svg": "<svg/>"},
    "not a picture": {"index.bg.md": _SHOWN, "a.png": b"GIF89a"},
    "picture of no panel": {"index.bg.md": GOOD, "b.png": photograph("PNG")},
    "picture of too many points": {"index.bg.md": _SHOWN, "a.png": picture("PNG", size=(8_000, 5_001), mode="1")},
    "long sentence": {"index.bg.md": f"{FIELDS}## А {{#a}}\n{'дума ' * 30}.\n"},
    "long panel": {"index.bg.md": f"{FIELDS}## А {{#a}}\n{'Къса дума. ' * 60}\n"},
    "small print": {"index.bg.md": f"{FIELDS}## А {{#a}}\n{'Дума. ' * 400}\n"},
    "long line": {"index.bg.md": f"{FIELDS}## А {{#a}}\n    {'х' * 56}\n"},
    "unknown paper": {"index.bg.md": "---\nname: А\nprint_sizes: [a2]\n---\n## А {#a}\n"},
    "same short address": {"index.bg.md": SAME_ADDRESS},
    "file of no object": {"index.bg.md": GOOD, "objects.yaml": HEAD, "objects/a.jpg": picture()},
    "unknown object": {"index.bg.md": f"{FIELDS}## А {{#a}}\n![](object:kula)\n", "objects.yaml": HEAD},
    "not a recording": {"index.bg.md": GOOD, "objects/a.mp3": b"<script>"},
    "broken recording": {"index.bg.md": GOOD, "objects/a.ogg": b"OggS"},
    "days in two places": {"index.bg.md": "---\nname: А\nvenue: Б\n---\n## А {#a}\n", "tour.yaml": "copies: 1\n"},
    **{f"tour: {name}": {"index.bg.md": f"{FIELDS}## А {{#a}}\n", "tour.yaml": text} for name, text, _ in TOURS},
    **{f"object: {name}": {"index.bg.md": GOOD, "objects.yaml": text} for name, text, _ in OBJECTS},
}


def golden_texts() -> dict[str, str]:
    """Give language → all diagnoses, each under the name of its case."""
    words = {lang: load_translations(lang).gettext for lang in LANGUAGES}
    parts: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    for name, files in CASES.items():
        with TemporaryDirectory() as folder:
            root = Path(folder)
            write_project(root, files)
            _, problems = read_project(root)
            lines = lines_under(root)
            for lang in LANGUAGES:
                table = {**rules.RULES, **RULES}
                said = [render(problem, lines(problem.path), words[lang], table) for problem in problems[-2:]]
                parts[lang].append("\n\n".join([f"# {name}", *said]) + "\n")
    return {lang: "\n".join(texts) for lang, texts in parts.items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for lang, text in golden_texts().items():
        (FOLDER / f"{lang}.txt").write_text(text, encoding="utf-8")
