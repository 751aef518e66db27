"""The search page asks for terms before the engine and the head of the index have come."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plugins.languages.folding import is_cyrillic
from plugins.languages.tokens import words
from plugins.languages.transliteration import latin
from plugins.search.index import build_index
from tests.bench.search_corpus import make_records
from tests.node import run_node
from tests.search.conftest import write_files
from tests.search.corpus import make_documents


@pytest.mark.parametrize(("write", "least"), [(str, 0.95), (latin, 0.9)], ids=["Cyrillic", "Latin"])
def test_words_are_expected_where_they_are(
    scripts: Path, tmp_path: Path, write: Callable[[str], str], least: float
) -> None:
    """Every file that is asked for exists, and nearly always it is one that will be needed."""
    documents = [document for document, _ in make_records(300)]
    index = build_index(documents, "bg")
    folder = write_files(tmp_path / "search", index.files)
    texts = [text for document in documents for text, _ in document.text]
    found = sorted({word for text in texts for word in words(text, "bg") if is_cyrillic(word) and len(word) > 2})
    asked = json.dumps({"terms": index.terms, "words": [[write(word), word] for word in found]})
    answers = json.loads(run_node("tests/search/expected.cjs", scripts, folder, text=asked))
    files = {file for expected, _ in answers for file in expected}
    assert len(found) > 900
    assert files <= index.files.keys()
    assert sum(expected == needed for expected, needed in answers) > least * len(found)


@pytest.mark.parametrize("query", ["Ağaç dikimi", "İĞNE", "I. 12 345", "-река", "“", "e\u0301cole", ""])
def test_whatever_is_asked_the_files_exist(scripts: Path, tmp_path: Path, query: str) -> None:
    """A file that is not there would be an error in the console; here two neighbours share a hash."""
    index = build_index((document for document, _ in make_records(500)), "bg")
    folder = write_files(tmp_path / "search", index.files)
    asked = json.dumps({"terms": index.terms, "words": [[query, query]]})
    ((expected, _),) = json.loads(run_node("tests/search/expected.cjs", scripts, folder, text=asked))
    assert set(expected) <= index.files.keys()


def test_a_long_query_asks_for_few_files(scripts: Path, tmp_path: Path) -> None:
    """Each would delay the engine, and most would be of no use."""
    index = build_index((document for document, _ in make_records(500)), "bg")
    folder = write_files(tmp_path / "search", index.files)
    query = " ".join(latin(text) for document in make_documents(50) for text, _ in document.text)
    asked = json.dumps({"terms": index.terms, "words": [[query, query]]})
    ((expected, _),) = json.loads(run_node("tests/search/expected.cjs", scripts, folder, text=asked))
    assert 0 < len(expected) <= 3 * 8


def test_a_page_carries_only_a_short_list() -> None:
    """None where the index is one file, none where it would weigh more than the round that it saves."""
    assert build_index(make_documents(8), "bg").terms == ""
    assert build_index(make_documents(400), "bg").terms != ""


def rounds(scripts: Path, folder: Path, queries: Sequence[str]) -> list[int]:
    """Count the rounds of each query, from the engine with its head to the cards of its results."""
    counted: list[int] = json.loads(run_node("tests/search/rounds.cjs", scripts, folder, text=json.dumps(queries)))
    return counted


# a word as it stands; with an error behind and before its middle; two of them; in Latin letters
ROUNDS = {"танци": 2, "танцк": 3, "тонци": 4, "песни танцк": 3, "pesni": 3}


def test_a_query_takes_few_rounds(scripts: Path, tmp_path: Path) -> None:
    """Over a slow network they are nearly all of the wait."""
    index = build_index((document for document, _ in make_records(500)), "bg")
    folder = write_files(tmp_path / "search", index.files)
    assert dict(zip(ROUNDS, rounds(scripts, folder, list(ROUNDS)), strict=True)) == ROUNDS
