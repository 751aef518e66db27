"""The sharded index answers every lunr query exactly as the whole index does."""

import json
from pathlib import Path

from tests.node import run_node
from tests.search.conftest import COUNT
from tests.search.corpus import make_documents
from tests.search.whole import whole_index

QUERIES = 500


def test_shards_answer_as_the_whole_index(scripts: Path, index_folder: Path, tmp_path: Path) -> None:
    """References, order, scores and match data are equal for random queries of ten kinds."""
    documents = sorted(make_documents(COUNT), key=lambda document: (document.order, document.id))
    whole = tmp_path / "whole.json"
    whole.write_text(whole_index(documents, "bg"), encoding="utf-8")
    answer = run_node(Path("tests/search/equality.cjs"), scripts, index_folder, whole, str(QUERIES))
    assert json.loads(answer) == {"queries": QUERIES, "different": []}
