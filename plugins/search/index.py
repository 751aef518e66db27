"""Turn the documents of a site in one language into the files of its search index."""

from collections.abc import Iterable, Mapping
from gettext import NullTranslations
from typing import NamedTuple

from plugins.languages.translations import load_translations
from plugins.search.blocks import bounds
from plugins.search.cards import CARDS_IN_FILE
from plugins.search.contents import NOTHING, from_plain, make_contents, to_plain
from plugins.search.document import Document
from plugins.search.encoding import encode_words
from plugins.search.entries import FIELDS
from plugins.search.keeping import Kept, Source, keep_sources, source_of
from plugins.search.kinds import Kinds
from plugins.search.shards import arguments, name_shards, script
from plugins.search.wording import filter_words, page_words

HEAD = "head.js"
# below it an index is one file, the head, which every search fetches first: another request costs more than the bytes
ONE_FILE = 12_000
# characters that a page may carry to ask for terms a round earlier: enough for about 6,000 documents
MOST_TOLD = 3000

# what is kept of every document, and the contents of the files, as values that marshal can write
Cache = tuple[dict[str, Kept], dict[str, object]]


class Index(NamedTuple):
    """The files of an index, where its terms are, and what the next build may reuse.

    `terms` says in which file a term is, for a page that asks before the head has come; empty where it would be long.
    """

    files: dict[str, bytes]
    terms: str
    cache: Cache


def build_index(documents: Iterable[Document], lang: str, cache: Cache | None = None) -> Index:
    """Build the files of a search index from all its documents."""
    return build_index_of(map(source_of, documents), lang, load_translations(lang), cache)


def build_index_of(
    sources: Iterable[Source], lang: str, wording: NullTranslations, cache: Cache | None = None
) -> Index:
    """Build the files of a search index; a document is made only if its stamp is not in the cache.

    The bytes of the files depend on the documents and the wording alone, not on the cache.
    """
    known, before = (cache[0], from_plain(cache[1])) if cache else ({}, NOTHING)
    kept, changes = keep_sources(sources, lang, known)
    contents = make_contents(kept, changes, before)
    files, blocks = _name_blocks(contents.kinds)
    cards, card_hashes, card_group = name_shards("c", contents.cards)
    filters = filter_words(wording)
    facet_files, facet_hash, _ = name_shards("f", [f"{contents.facets},{arguments(filters)}"])
    head = {
        "count": len(kept),
        "fields": FIELDS,
        "averages": [total / max(1, len(kept)) for total in contents.totals],
        "blocks": blocks,
        "cards": CARDS_IN_FILE,
        "cardHashes": card_hashes,
        "cardGroup": card_group,
        "facetHash": facet_hash,
        "weights": contents.weights,
        "lang": lang,
        "facets": list(filters["facets"]),
        "words": page_words(wording),
    }
    made = _with_head(head, files | cards | facet_files)
    told = _tell(contents.kinds, blocks) if len(made) > 1 else ""
    return Index(made, told, (kept, to_plain(contents)))


def _name_blocks(kinds: Kinds) -> tuple[dict[str, bytes], dict[str, tuple[str, str, int]]]:
    files: dict[str, bytes] = {}
    blocks = {}
    for kind, made in kinds.items():
        named, hashes, group = name_shards(kind, [block.content for block in made])
        files |= named
        blocks[kind] = (encode_words(bounds(made)), hashes, group)
    return files, blocks


def _tell(kinds: Kinds, blocks: Mapping[str, tuple[str, str, int]]) -> str:
    """Say for terms and for consonants how many blocks have one hash, the hashes, and where blocks begin."""
    told = "|".join(" ".join([str(blocks[kind][2]), blocks[kind][1], *bounds(kinds[kind])]) for kind in "ts")
    return told if len(told) <= MOST_TOLD else ""


def _with_head(head: Mapping[str, object], files: Mapping[str, bytes]) -> dict[str, bytes]:
    content = script("head", arguments(head))
    if sum(map(len, files.values())) < ONE_FILE:
        return {HEAD: content + b"".join(files.values())}
    return {HEAD: content, **files}
