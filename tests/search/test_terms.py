"""The scripts cut, fold and stem as Python does."""

import json
import random
from pathlib import Path

from plugins.languages.tokens import terms
from tests.node import run_node

LANGUAGES = ("bg", "tr", "en")
COUNT = 6000
LETTERS = {
    "абвгдежзийклмнопрстуфхцчшщъьюяѝё": (
        "ията иите овете ата ото ите ове ат ям еше ахме ащ ещ ял ен ец ци ът ят ова ски ство ища а и о е"
    ),
    "abcçdefgğhıijklmnoöprsştuüvyzâ": (
        "lar ler ları leri da de dan den ın in un ün ı i u ü lik lık çi cı siz yor mış tür dır"
    ),
    "abcdefghijklmnopqrstuvwxyz": "s es ies ed ing ly ational iveness fulness ement ance y ey ay ological ss ion",
}
ODDITIES = (
    *(
        "İSTANBUL",
        "IŞIK",
        "КЪРДЖАЛИ",
        "ѝ Ѝ ё Э ы",
        "търгови\u0301ще",
        "ре\u00adка",
        "и\u0306",
        "a\u0308b",
        "straße ŁÓDŹ",
    ),
    *(
        "",
        "+-:*~^",
        "село: Джебел",
        "x" * 200,
        "ὈΔΥΣΣΕΎΣ",
        "日本語 ١٢٣",
        "🙂 👩‍🚀",
        "ﬁn",
        "ǅ",
        "Ⅷ ½ ²",
        "a_b",
        "\u2028",
        "ا\u064eب",
    ),
)


def make_texts(count: int, seed: int) -> list[str]:
    """Make texts of one word that look like words of the languages, and some that look like nothing."""
    choice = random.Random(seed)
    words = []
    for _ in range(count):
        letters, suffixes = choice.choice(list(LETTERS.items()))
        stem = "".join(choice.choice(letters) for _ in range(choice.randint(1, 8)))
        words.append(stem + "".join(choice.choice(["", *suffixes.split()]) for _ in range(2)))
    return [*words, *map(str.upper, words[:500]), *ODDITIES]


def test_the_browser_makes_the_same_terms(scripts: Path) -> None:
    """In every language, for any text."""
    texts = make_texts(COUNT, seed=1)
    expected = [[terms(text, lang) for lang in LANGUAGES] for text in texts]
    answer = json.loads(run_node("tests/search/terms.cjs", scripts, text=json.dumps(texts)))
    different = [row for row in zip(texts, expected, answer, strict=True) if row[1] != row[2]]
    assert different == []
