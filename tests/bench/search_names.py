"""Measure names typed in Latin letters: ours, and those of a public register that the rules were not made by."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

from plugins.languages.transliteration import latin
from plugins.search.document import Document
from plugins.search.index import build_index
from tests.bench.search_corpus import MUNICIPALITIES
from tests.node import run_node
from tests.search.conftest import write_files

REGISTER = "nsi/settlements-names.json"
REGIONS = "nsi/settlements-krz-raz-vrc.json"
# four ways in which people write Bulgarian in Latin letters; the rest of the letters are the law's
WAYS: tuple[dict[str, str], ...] = (
    {"ш": "6", "щ": "6t", "ч": "4", "ж": "j", "я": "q", "ю": "iu", "ъ": "y", "ц": "c", "в": "v", "й": "i"},
    {"ш": "sh", "щ": "sht", "ч": "ch", "ж": "j", "я": "q", "ю": "u", "ъ": "u", "ц": "c", "в": "w", "й": "j"},
    {"ш": "sh", "щ": "sht", "ч": "ch", "ж": "zh", "я": "ia", "ю": "yu", "ъ": "u", "ц": "ts", "х": "h", "й": "y"},
    {"ш": "sh", "щ": "sht", "ч": "4", "ж": "j", "я": "ya", "ю": "ju", "ъ": "a", "ц": "ts", "х": "x", "й": "y"},
)
ASCII = str.maketrans("çğışöüÇĞİŞÖÜ", "cgisouCGISOU")

# what is typed, and the only names that may come first
Asked = tuple[str, str]


def typed(name: str, way: dict[str, str]) -> str:
    """Write a name as people type it."""
    return "".join(way.get(letter) or latin(letter) for letter in name.lower())


def own_names() -> tuple[list[Document], list[Asked]]:
    """Give the municipalities with their Turkish names, and every way in which each is typed."""
    documents = [
        Document(*(latin(name), "place", name, (name, "bg")), names=((turkish, "tr"),) if turkish else ())
        for name, turkish in MUNICIPALITIES.items()
    ]
    asked = [(typed(name, way), name) for name in MUNICIPALITIES for way in WAYS]
    asked += [(latin(name).lower(), name) for name in MUNICIPALITIES]
    turkish = [(name, word) for name, word in MUNICIPALITIES.items() if word]
    asked += [(text, name) for name, word in turkish for text in (word, word.lower(), word.translate(ASCII))]
    return documents, sorted(set(asked))


def register_names(folder: Path) -> tuple[list[Document], list[Asked]]:
    """Give all settlements of the country, and those of the three regions, each typed in a way chosen by chance."""
    choice = random.Random(7)  # chance that chooses spellings is no secret
    every = json.loads((folder / REGISTER).read_text(encoding="utf-8"))
    documents = [Document(row["ekatte"], "place", row["name"], (row["name"], "bg")) for row in every]
    regions = json.loads((folder / REGIONS).read_text(encoding="utf-8"))
    return documents, [(typed(row["name"], choice.choice(WAYS)), row["name"]) for row in regions]


def share_first(documents: Sequence[Document], asked: Sequence[Asked], scripts: Path, folder: Path) -> float:
    """Give the share of queries, in per cent, whose first answer is the name that was meant."""
    index = write_files(folder, build_index(documents, "bg").files)
    queries = json.dumps([{"text": text, "typing": False} for text, _ in asked])
    answers: list[list[str]] = json.loads(run_node("tests/search/ask.cjs", scripts, index, "1", text=queries))
    return 100.0 * sum(answer[:1] == [name] for answer, (_, name) in zip(answers, asked, strict=True)) / len(asked)
