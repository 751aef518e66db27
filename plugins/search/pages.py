"""Plan the search of a site: its page, the files of its index, and its scripts.

The index is made again only when something that can be found has changed.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import cast

from plugins.records.brief import fingerprint
from plugins.search import opensearch
from plugins.search.documents import searchable, sources
from plugins.search.index import Cache, Index, build_index_of
from plugins.search.wording import filter_words, page_words
from plugins.site.collections import collection_of
from plugins.site.page import Page
from plugins.site.view import SiteView

FOLDER = "search"
TOPICS = 12

# the key of an index, its files with the hashes of their contents, and in which of them the terms are
_Known = tuple[bytes, tuple[tuple[str, bytes], ...], str]


def plan_pages(view: SiteView) -> Iterator[Page]:
    """Plan the search page and the files that it loads."""
    index = _SiteIndex(view)
    yield Page("search.html", "search.html", {"topics": _topics(view), "terms": index.terms}, "search")
    if view.site.region.address:
        yield Page(opensearch.FILE_NAME, _describe, {"address": view.site.region.address})
    for name, content_hash in index.contents:
        yield Page(f"{FOLDER}/{name}", index.content_of(name), {}, content_key=content_hash)


def _describe(view: SiteView, inputs: Mapping[str, object]) -> bytes:
    name, title = view.site.name.best(view.lang).text, view.site.title.best(view.lang).text
    return opensearch.describe(name, title, view.lang, f"{str(inputs['address']).rstrip('/')}/{view.root}")


class _SiteIndex:
    """The index of a site in one language, made when a file of it is needed."""

    def __init__(self, view: SiteView) -> None:
        self._view = view
        self._name = f"search-{view.site.id}-{view.lang}"
        self.key = fingerprint(
            (json.dumps((page_words(view.wording), filter_words(view.wording))), *_dependencies(view))
        )

    @cached_property
    def _known(self) -> _Known:
        memory = self._view.memory
        known = cast("_Known | None", memory.recall(f"{self._name}.contents"))
        if known and known[0] == self.key:
            return known
        contents = tuple((name, fingerprint(content)) for name, content in sorted(self.files.items()))
        known = (self.key, contents, self._index.terms)
        memory.keep(f"{self._name}.contents", known)
        return known

    @property
    def contents(self) -> tuple[tuple[str, bytes], ...]:
        """Every file with the hash of its content: the head has one name whatever is in it."""
        return self._known[1]

    @property
    def terms(self) -> str:
        """In which files the terms are, for the search page."""
        return self._known[2]

    @property
    def files(self) -> Mapping[str, bytes]:
        return self._index.files

    @cached_property
    def _index(self) -> Index:
        cache = cast("Cache | None", self._view.memory.recall(self._name))
        index = build_index_of(sources(self._view), self._view.lang, self._view.wording, cache)
        self._view.memory.keep(self._name, index.cache)
        return index

    def content_of(self, name: str) -> "_Content":
        return _Content(self, name)


class _Content:
    """The content of one file of an index, as something that renders a page."""

    def __init__(self, index: _SiteIndex, name: str) -> None:
        self._index = index
        self._name = name

    def __call__(self, _view: SiteView, _inputs: Mapping[str, object]) -> bytes:
        return self._index.files[self._name]


def _dependencies(view: SiteView) -> Iterator[bytes]:
    """Yield the hash of everything that a result can show or be found by."""
    for brief in searchable(view):
        yield brief.digest
        if brief.type == "exhibition" and (collection := collection_of(view, brief)):
            yield collection.digest
    for kind in ("place", "vocabulary", "region"):
        for brief in view.catalogue.whole.of(kind):
            yield brief.digest


def _topics(view: SiteView) -> tuple[dict[str, object], ...]:
    counts: dict[str, int] = {}
    for cause in view.catalogue.of("cause"):
        if cause.status != "removed":
            counts[cause.kind] = counts.get(cause.kind, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple({"category": category, "count": count} for category, count in ranked[:TOPICS])
