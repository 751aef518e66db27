"""Both of PyYAML's parsers give the same values at the same places."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.editing.drafts import write_draft
from plugins.records.model import Organisation
from plugins.records.source import Value, read_source
from tests.corpus.cases import CORPUS
from tests.records.pure import PureParser

# the pure parser ends a text in brackets at a question mark, which YAML and the C one do not
LETTERS = "абщЪя xyZ.,:#-'\"0123[]{}&*!|>%@`“„№ğış"
texts = st.text(st.sampled_from(LETTERS), min_size=1, max_size=20).filter(lambda text: text.strip() == text)
names = st.sampled_from(["name", "summary", "kind", "body", "links", "legal"])
values: st.SearchStrategy[Value] = st.recursive(
    texts | st.booleans() | st.integers(0, 10**12),
    lambda inner: (
        st.lists(texts, min_size=1, max_size=3).map(tuple) | st.dictionaries(names, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(names, values, min_size=1, max_size=4))
def test_written_values_are_read_back_by_both(data: dict[str, Value]) -> None:
    """Writing and reading agree, and so do the marks."""
    text = write_draft(Organisation, data, str)
    ours, pure = read_source("a.yaml", text), read_source("a.yaml", text, PureParser)
    assert ours.data == data
    assert (ours.problems, ours.data, ours.marks) == (pure.problems, pure.data, pure.marks)


@pytest.mark.parametrize("path", sorted((CORPUS / "full").glob("*.yaml")), ids=lambda path: path.stem)
def test_marks_are_those_of_the_pure_parser(path: Path) -> None:
    """Line, column and index of every key and value of the full examples."""
    text = path.read_text(encoding="utf-8").replace("?}", "}")
    assert read_source("a.yaml", text).marks == read_source("a.yaml", text, PureParser).marks
