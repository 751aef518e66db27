"""The whole lunr index over the same terms, built by `lunr`: what the shards must answer like."""

import json
from collections.abc import Sequence

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
    return json.dumps(builder.build().serialize(), ensure_ascii=False)
