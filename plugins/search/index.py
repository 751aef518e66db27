"""Turn the documents of a site in one language into the files of its search index."""

from collections.abc import Iterable, Mapping, Sequence
from gettext import NullTranslations
from typing import NamedTuple, cast

from plugins.languages.folding import is_cyrillic
from plugins.languages.translations import load_translations
from plugins.search.blocks import Blocks, Encoder, reversed_blocks, skeleton_blocks, term_blocks, word_blocks
from plugins.search.cards import card_contents, cards_in_file, facet_tables, write_weights
from plugins.search.document import Document
from plugins.search.encoding import encode_words
from plugins.search.entries import FIELDS
from plugins.search.keeping import Cache, Kept, Source, keep_sources, make_rows, source_of
from plugins.search.postings import Row
from plugins.search.shards import HASH_LENGTH, arguments, name_shards, script
from plugins.search.vocabulary import Vocabulary, make_vocabulary
from plugins.search.wording import filter_words, page_words

HEAD = "head.js"
# below it an index is one file, the head, which the search page brings: a further request costs more than the bytes
ONE_FILE = 12_000
# characters that a page may carry to ask for terms a round earlier: enough for about 8,000 documents
MOST_TOLD = 2000
# characters in a block, up to 4,096 terms and for each doubling
BLOCK_SIZES = (900, 1100, 1600, 2200, 2900, 3500)


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
    before = cache or {}
    kept, changes = keep_sources(sources, lang, cast("Mapping[str, Kept]", before.get("kept", {})))
    documents = list(kept.values())
    rows, totals = make_rows(kept, changes, before)
    words = cast("tuple[list[str], list[str], list[tuple[str, str]]] | None", before.get("vocabulary"))
    vocabulary = make_vocabulary(rows, Vocabulary(*words) if words else None)
    encoder = Encoder(cast("Mapping[str, str]", before.get("encoded", {})))
    kinds = _kinds(rows, vocabulary, encoder)
    files, blocks = _name_blocks(kinds)
    in_file = cards_in_file(len(documents))
    cards, card_hashes, card_group = name_shards("c", card_contents([one.card for one in documents], in_file))
    facets = _facets(documents, changes, before)
    filters = filter_words(wording)
    facet_files, facet_hash, _ = name_shards("f", [f"{facets},{arguments(filters)}"])
    head = {
        "count": len(documents),
        "fields": FIELDS,
        "averages": [total / max(1, len(documents)) for total in totals],
        "blocks": blocks,
        "cards": in_file,
        "cardHashes": card_hashes,
        "cardGroup": card_group,
        "facetHash": facet_hash,
        "weights": write_weights([document.weight for document in documents]),
        "lang": lang,
        "facets": list(filters["facets"]),
        "words": page_words(wording),
    }
    after: Cache = {
        "kept": {key: tuple(document) for key, document in kept.items()},
        "rows": rows,
        "totals": totals,
        "facets": facets,
        "vocabulary": tuple(vocabulary),
        "encoded": encoder.used,
    }
    made = _with_head(head, files | cards | facet_files)
    told = _told_terms(kinds["t"].bounds, *blocks["t"][1:]) if len(made) > 1 else ""
    return Index(made, told, after)


def _kinds(rows: Mapping[str, Row], vocabulary: Vocabulary, encoder: Encoder) -> dict[str, Blocks]:
    size = block_size(len(rows))
    return {
        "t": term_blocks(rows, vocabulary.terms, size, encoder),
        "v": word_blocks(rows, vocabulary.terms, size * 2, encoder),
        "r": reversed_blocks(vocabulary.backwards, size * 2, encoder),
        "s": skeleton_blocks(vocabulary.skeletons, size, encoder),
    }


def block_size(terms: int) -> int:
    """Tell how many characters a block of terms has: the more terms, the more blocks the head has to name."""
    return BLOCK_SIZES[max(0, min(len(BLOCK_SIZES) - 1, terms.bit_length() - 12))]


def _name_blocks(kinds: Mapping[str, Blocks]) -> tuple[dict[str, bytes], dict[str, tuple[str, str, int]]]:
    files: dict[str, bytes] = {}
    blocks = {}
    for kind, made in kinds.items():
        named, hashes, group = name_shards(kind, made.contents)
        files |= named
        blocks[kind] = (encode_words(made.bounds), hashes, group)
    return files, blocks


def _told_terms(bounds: Sequence[str], hashes: str, group: int) -> str:
    """Say where the Cyrillic terms are: the blocks before them, blocks of one hash, hashes, beginnings of blocks."""
    cyrillic = list(filter(is_cyrillic, bounds))
    before = len(bounds) - len(cyrillic)
    told = f"{before}|{group}|{hashes[before // group * HASH_LENGTH :]}|{' '.join(cyrillic)}"
    return told if cyrillic and len(told) <= MOST_TOLD else ""


def _facets(documents: Sequence[Kept], changes: Sequence[tuple[int, Kept, Kept]] | None, before: Cache) -> str:
    if changes is not None and all(old.facets == new.facets for _, old, new in changes):
        return cast("str", before["facets"])
    return arguments(facet_tables([document.facets for document in documents]))


def _with_head(head: Mapping[str, object], files: Mapping[str, bytes]) -> dict[str, bytes]:
    content = script("head", arguments(head))
    if sum(map(len, files.values())) < ONE_FILE:
        return {HEAD: content + b"".join(files.values())}
    return {HEAD: content, **files}
