"""Turn a word into its stem: own rules for Bulgarian, Snowball's for Turkish, Porter's for English.

The browser stems queries by the same tables and programs (plugins/search/browser/words.js),
so that a word of a record and a word of a query meet; tests hold the two equal.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import snowballstemmer
from lunr.stemmer import PorterStemmer

TABLE = Path(__file__).parent / "tables" / "bulgarian_stemmer.json"
SHORTEST = 3
_ENDINGS_ALONE = frozenset({"eed", "ies", "sses"})

# suffix → what takes its place, and how many letters must be left
Stage = Mapping[str, tuple[str, int]]


class Rules(NamedTuple):
    """The table of a rule stemmer: stages of suffixes, and words and stems that go their own way."""

    vowels: str
    words: Mapping[str, str]
    stages: tuple[tuple[int, Stage], ...]
    inner: Mapping[int, str]
    stems: Mapping[str, str]


def read_rules(path: Path = TABLE) -> Rules:
    """Read the rules of a stemmer; a stage comes with the length of its longest suffix."""
    table = json.loads(path.read_text(encoding="utf-8"))
    stages = []
    for groups in table["stages"]:
        stage = {suffix: (group["put"], group["least"]) for group in groups for suffix in group["suffixes"].split()}
        stages.append((max(map(len, stage)), stage))
    return Rules(table["vowels"], table["words"], tuple(stages), str.maketrans(table["inner"]), table["stems"])


def stem_by_rules(word: str, rules: Rules) -> str:
    """Stem a word in lower case: in every stage the longest suffix that may go is taken off."""
    if len(word) < SHORTEST:
        return word
    if word in rules.words:
        return rules.words[word]
    for longest, stage in rules.stages:
        word = _without_suffix(word, longest, stage, rules.vowels)
    word = word[0] + word[1:].translate(rules.inner)
    return rules.stems.get(word, word)


def _without_suffix(word: str, longest: int, stage: Stage, vowels: str) -> str:
    for length in range(min(longest, len(word) - 1), 0, -1):
        found = stage.get(word[-length:])
        if found is None:
            continue
        stem = word[:-length] + found[0]
        if len(stem) >= found[1] and any(letter in vowels for letter in stem):
            return stem
    return word


@cache
def _bulgarian_rules() -> Rules:
    return read_rules()


def stem_bulgarian(word: str) -> str:
    """Stem a Bulgarian word in lower case."""
    return stem_by_rules(word, _bulgarian_rules())


@cache
def _turkish() -> Callable[[str], str]:
    return snowballstemmer.stemmer("turkish").stemWord  # type: ignore[no-any-return]  # the package has no types


def stem_turkish(word: str) -> str:
    """Stem a Turkish word in lower case, written with its own letters."""
    return _turkish()(word)


@cache
def _english() -> Callable[[str], str]:
    return PorterStemmer().stem  # type: ignore[no-any-return]  # the package has no types


def stem_english(word: str) -> str:
    """Stem an English word in lower case.

    lunr's stemmers in Python and in JavaScript differ in when a final y becomes i, so that here
    it always does, and on words that no one writes, which stay as they are.
    """
    if "yy" in word or word in _ENDINGS_ALONE:
        return word
    stem = _english()(word)
    return f"{stem[:-1]}i" if stem.endswith("y") else stem
