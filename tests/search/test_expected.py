"""The search page asks for terms before the engine and the head of the index have come."""

import json
from pathlib import Path

from plugins.languages.folding import is_cyrillic
from plugins.languages.tokens import words
from plugins.search.index import build_index
from tests.bench.search_corpus import make_records
from tests.node import run_node
from tests.search.conftest import write_files
from tests.search.corpus import make_documents


def test_words_are_expected_where_they_are(scripts: Path, tmp_path: Path) -> None:
    """Every file that is asked for exists, and nearly always it is the one that has the word."""
    documents = [document for document, _ in make_records(300)]
    index = build_index(documents, "bg")
    folder = write_files(tmp_path / "search", index.files)
    texts = [text for document in documents for text, _ in document.text]
    found = sorted({word for text in texts for word in words(text, "bg") if is_cyrillic(word) and len(word) > 2})
    asked = json.dumps({"terms": index.terms, "words": found})
    answers = json.loads(run_node("tests/search/expected.cjs", scripts, folder, text=asked))
    files = [file for expected, _ in answers for file in expected]
    assert len(files) == len(found) > 900
    assert set(files) <= index.files.keys()
    assert sum(expected == [right] for expected, right in answers) > 0.95 * len(found)


def test_a_page_carries_only_a_short_list() -> None:
    """None where the index is one file, none where it would weigh more than the round that it saves."""
    assert build_index(make_documents(8), "bg").terms == ""
    assert build_index(make_documents(400), "bg").terms != ""
