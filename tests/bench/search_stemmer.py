"""Measure on a treebank whether forms of one lemma, and only they, have one Bulgarian stem.

usage: python -m tests.bench.search_stemmer TREEBANK.conllu …

A treebank may not be shipped with the project, so its files are given. Every distinct form of a
class of words counts once; a pair of forms is right when it shares lemma and stem.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path

from plugins.languages.folding import fold, lower
from plugins.languages.stemming import stem_bulgarian

CLASSES = {"nouns": "NOUN", "adjectives": "ADJ", "verbs": "VERB"}


def read_forms(paths: Iterable[Path], kind: str) -> set[tuple[str, str]]:
    """Give the distinct (form, lemma) of one class of words of a treebank in CoNLL-U."""
    forms = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3 and cells[3] == kind and cells[1].isalpha():
                forms.add((fold(lower(cells[1], "bg")), lower(cells[2], "bg")))
    return forms


def pairs(forms: Iterable[tuple[str, str]], group: Callable[[str, str], str]) -> set[tuple[tuple[str, str], ...]]:
    """Give the pairs of (form, lemma) that fall into one group."""
    groups = defaultdict(list)
    for form, lemma in sorted(forms):
        groups[group(form, lemma)].append((form, lemma))
    return {pair for members in groups.values() for pair in combinations(members, 2)}


def count_pairs(forms: set[tuple[str, str]]) -> tuple[int, int, int]:
    """Count the pairs that share a lemma, that share a stem, and that share both."""
    true = pairs(forms, lambda _, lemma: lemma)
    found = pairs(forms, lambda form, _: stem_bulgarian(form))
    return len(true), len(found), len(true & found)


def main() -> None:
    """Print precision, recall and F1 for each class of words, and for the pairs of all classes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    paths = parser.parse_args().paths
    counts = {name: count_pairs(read_forms(paths, kind)) for name, kind in CLASSES.items()}
    true, found, right = (sum(column) for column in zip(*counts.values(), strict=True))
    counts["all"] = (true, found, right)
    for name, (true, found, right) in counts.items():
        f1 = 2 * right / (true + found)
        print(f"{name:11} precision {right / found:.3f}  recall {right / true:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
