"""The whole lunr index over the same terms, built by `lunr`: what the shards must answer like."""

import json
from collections.abc import Sequence
from itertools import chain
from typing import Any

from lunr.builder import Builder

from plugins.search.document import Document
from plugins.search.entries import FIELDS, field_terms


def whole_index(documents: Sequence[Document], lang: str) -> str:
    """Build a lunr index of ready-made terms and serialise it; references are the documents' numbers."""
    builder = Builder()
    builder.ref("id")
    for name, boost in FIELDS:
        builder.field(name, boost=boost)
    for number, document in enumerate(documents):
        lists = field_terms(document, lang)
        builder.add({"id": str(number), **{name: terms for (name, _), terms in zip(FIELDS, lists, strict=True)}})
    return json.dumps(_number_by_term(builder.build().serialize()), ensure_ascii=False)


def _number_by_term(index: dict[str, Any]) -> dict[str, Any]:
    """Give the terms numbers in their own order instead of that in which they were first met.

    The numbers say only in which order lunr adds up a score; in another order, scores of
    several terms differ in their last binary digit.
    """
    postings = sorted(index["invertedIndex"], key=lambda pair: pair[0])
    number = {posting["_index"]: place for place, (_, posting) in enumerate(postings)}
    for _, posting in postings:
        posting["_index"] = number[posting["_index"]]
    vectors = []
    for key, flat in index["fieldVectors"]:
        pairs = sorted((number[term], weight) for term, weight in zip(flat[::2], flat[1::2], strict=True))
        vectors.append([key, list(chain.from_iterable(pairs))])
    return {**index, "invertedIndex": postings, "fieldVectors": vectors}
