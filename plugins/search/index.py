"""Turn the documents of a site in one language into the files of its search index."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from plugins.languages.translations import load_translations
from plugins.search.blocks import Blocks, reversed_blocks, skeleton_blocks, term_blocks, word_blocks
from plugins.search.cards import CARDS, card_contents, facet_tables, weights
from plugins.search.document import Document
from plugins.search.entries import FIELDS, Entry, digest, make_entry
from plugins.search.postings import average_lengths, collect_rows
from plugins.search.shards import name_shards, script
from plugins.search.wording import page_words

HEAD = "head.js"
# below it an index is one file: a further request costs more than the bytes
ONE_FILE = 40_000

# type and id of a document → (digest, entry); marshal can write it
Cache = dict[str, object]


class Index(NamedTuple):
    """The files of an index, and what the next build may reuse."""

    files: dict[str, bytes]
    cache: Cache


def build_index(documents: Iterable[Document], lang: str, cache: Mapping[str, object] | None = None) -> Index:
    """Build the files of a search index; their bytes depend on the documents alone, not on the cache."""
    ordered = sorted(documents, key=lambda document: (document.order, document.id, document.type))
    known = _entries(ordered, lang, cast("Mapping[str, tuple[bytes, Entry]]", cache or {}))
    files, head = _block_files([entry for _, entry in known.values()], len(ordered))
    cards, head["cardHashes"], head["cardGroup"] = name_shards("c", card_contents(ordered, lang))
    facets, head["facetHash"], _ = name_shards("f", [(facet_tables(ordered),)])
    words = page_words(load_translations(lang))
    head |= {"cards": CARDS, "weights": weights(ordered), "lang": lang, "words": words}
    return Index(_with_head(head, files | cards | facets), {**known})


def _entries(
    documents: Sequence[Document], lang: str, cache: Mapping[str, tuple[bytes, Entry]]
) -> dict[str, tuple[bytes, Entry]]:
    entries = {}
    for document in documents:
        key, stamp = f"{document.type}/{document.id}", digest(document)
        known = cache.get(key)
        entries[key] = known if known and known[0] == stamp else (stamp, make_entry(document, lang))
    return entries


def _block_files(entries: Sequence[Entry], count: int) -> tuple[dict[str, bytes], dict[str, object]]:
    rows, size = collect_rows(entries), block_size(count)
    kinds = {
        "t": term_blocks(rows, size),
        "v": word_blocks(rows, size * 2),
        "r": reversed_blocks(rows, size * 2),
        "s": skeleton_blocks(rows, size),
    }
    files: dict[str, bytes] = {}
    blocks: dict[str, object] = {}
    for kind, made in kinds.items():
        named, blocks[kind] = _named(kind, made)
        files |= named
    head: dict[str, object] = {
        "count": count,
        "fields": [list(field) for field in FIELDS],
        "averages": average_lengths(entries),
        "blocks": blocks,
    }
    return files, head


def _named(kind: str, blocks: Blocks) -> tuple[dict[str, bytes], tuple[str, str, int]]:
    files, hashes, group = name_shards(kind, blocks.contents)
    return files, (blocks.bounds, hashes, group)


def block_size(count: int) -> int:
    """Tell how many characters a block of terms has: more documents, longer rows, fewer names in the head."""
    return (1200, 1500, 1700, 1900, 2200, 2500, 2800, 3100, 3500)[max(0, min(8, count.bit_length() - 8))]


def _with_head(head: Mapping[str, object], files: Mapping[str, bytes]) -> dict[str, bytes]:
    content = script("head", head)
    if sum(map(len, files.values())) < ONE_FILE:
        return {HEAD: content + b"".join(files.values())}
    return {HEAD: content, **files}
