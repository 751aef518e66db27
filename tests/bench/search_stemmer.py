"""Measure the Bulgarian stemmer: its pairs, its weight in the browser, and whether both languages have the same.

Forms of one lemma, and only they, should have one stem. Every distinct form of a class of words
counts once; a pair of forms is right when it shares lemma and stem. A treebank may not be shipped
with the project, so its folder is given; without one, simplemma's list of forms, which names no
classes and joins some words that are only related, is all there is to measure by.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from plugins.languages.folding import fold, lower
from plugins.languages.stemming import TABLE, stem_bulgarian
from plugins.languages.tokens import terms
from plugins.search.scripts import FOLDER
from plugins.setup.packages import NODE_MODULES
from plugins.site.minifying import minify_scripts
from tests.node import run_node
from tests.search.test_terms import LANGUAGES

CLASSES = {"nouns": "NOUN", "adjectives": "ADJ", "verbs": "VERB"}
Forms = set[tuple[str, str]]
AT_ONCE = 50_000


def read_treebank(folder: Path) -> dict[str, Forms]:
    """Give class → the distinct (form, lemma) of a treebank in CoNLL-U."""
    found: dict[str, Forms] = {name: set() for name in CLASSES}
    names = {tag: name for name, tag in CLASSES.items()}
    for path in sorted(folder.glob("*.conllu")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3 and cells[3] in names and cells[1].isalpha():
                found[names[cells[3]]].add((fold(lower(cells[1], "bg")), lower(cells[2], "bg")))
    return found


def read_dictionary() -> dict[str, Forms]:
    """Give the (form, lemma) of simplemma by what the forms of a lemma look like."""
    groups = defaultdict(set)
    for form, lemma in DefaultDictionaryFactory().get_dictionary("bg").items():
        if form.isalpha() and form.islower() and str(lemma).islower():
            groups[str(lemma)].add(fold(form))
    found: dict[str, Forms] = {name: set() for name in CLASSES}
    for lemma, forms in groups.items():
        found[_looks_like(lemma, forms)] |= {(form, lemma) for form in forms}
    return found


def _looks_like(lemma: str, forms: set[str]) -> str:
    if any(form.endswith("хме") for form in forms):
        return "verbs"
    return "adjectives" if lemma.endswith(("ен", "ски", "ов", "ав")) and len(forms) > 6 else "nouns"


def pairs(forms: Iterable[tuple[str, str]], group: Callable[[str, str], str]) -> set[tuple[tuple[str, str], ...]]:
    """Give the pairs of (form, lemma) that fall into one group."""
    groups = defaultdict(list)
    for form, lemma in sorted(forms):
        groups[group(form, lemma)].append((form, lemma))
    return {pair for members in groups.values() for pair in combinations(members, 2)}


def count_pairs(forms: Forms) -> tuple[int, int, int]:
    """Count the pairs that share a lemma, that share a stem, and that share both."""
    true = pairs(forms, lambda _, lemma: lemma)
    found = pairs(forms, lambda form, _: stem_bulgarian(form))
    return len(true), len(found), len(true & found)


def pair_rows(classes: dict[str, Forms]) -> list[list[str]]:
    """Give precision, recall and F1 for each class of words, and for the pairs of all classes."""
    counts = {name: count_pairs(forms) for name, forms in classes.items()}
    true, found, right = (sum(column) for column in zip(*counts.values(), strict=True))
    counts["all"] = (true, found, right)
    rows = [["", "precision", "recall", "F1"]]
    for name, (true, found, right) in counts.items():
        figures = (right / found, right / true, 2 * right / (true + found))
        rows.append([name, *(f"{figure:.3f}" for figure in figures)])
    return rows


def stemmer_weight() -> int:
    """Give the bytes, in gzip, of the table and of the script that cuts, folds and stems by it."""
    table = json.dumps(json.loads(TABLE.read_text(encoding="utf-8")), ensure_ascii=False, separators=(",", ":"))
    (script,) = minify_scripts(NODE_MODULES, {"words.js": (FOLDER / "words.js").read_text(encoding="utf-8")}).values()
    return len(gzip.compress(table.encode() + script, 9))


def real_words(count: int) -> list[str]:
    """Give forms of simplemma's lists: all of Bulgarian and English, and as many of Turkish as are wanted."""
    dictionaries = DefaultDictionaryFactory()
    bulgarian, english, turkish = (sorted(dictionaries.get_dictionary(lang)) for lang in ("bg", "en", "tr"))
    words = [*map(str, bulgarian), *map(str, english)]
    wanted = max(1, count - len(words))
    step = max(1, len(turkish) // wanted)
    return [*words, *map(str, turkish[::step])][:count]


def count_different_terms(words: Sequence[str], scripts: Path) -> int:
    """Count the words of which the browser makes other terms than Python, in one of three languages."""
    different = 0
    for first in range(0, len(words), AT_ONCE):
        texts = words[first : first + AT_ONCE]
        answer = json.loads(run_node("tests/search/terms.cjs", scripts, text=json.dumps(texts)))
        expected = ([terms(text, lang) for lang in LANGUAGES] for text in texts)
        different += sum(mine != theirs for mine, theirs in zip(expected, answer, strict=True))
    return different
