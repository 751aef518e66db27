"""The files of an index: named by their content, safe in a page, and the same for the same documents."""

import re

from plugins.search.cards import shorten
from plugins.search.document import Document
from plugins.search.index import HEAD, build_index
from tests.search.corpus import make_documents

NAME = re.compile(r"[a-z]\d+-[0-9a-v]{4}\.js")
HOSTILE = "</script><script>alert(1)</script>\u2028<!--"


def test_files_are_named_by_their_content() -> None:
    """All but the head; a change gives other names, and leaves the names of what has not changed."""
    documents = list(make_documents(400))
    before = build_index(documents, "bg").files
    documents[200] = documents[200]._replace(text=(("съвсем нова дума", "bg"),))
    after = build_index(documents, "bg").files
    assert [name for name in before if not NAME.fullmatch(name)] == [HEAD]
    assert all(before[name] == after[name] for name in before.keys() & after.keys() - {HEAD})
    assert 0 < len(after.keys() - before.keys()) < len(after) * 0.7


def test_a_small_index_is_one_file() -> None:
    """A further request would cost more than the bytes."""
    assert list(build_index(make_documents(8), "bg").files) == [HEAD]


def test_no_documents_give_an_index() -> None:
    """An empty site has a search that finds nothing."""
    assert list(build_index([], "bg").files) == [HEAD]


def test_text_cannot_leave_its_shard() -> None:
    """Titles and labels that look like markup stay strings of a script."""
    document = Document(
        "a", "cause", "causes/a.html", (HOSTILE, "bg"), kind=HOSTILE, where=HOSTILE, facets=(("kind", "x", HOSTILE),)
    )
    content = b"".join(build_index([document], "bg").files.values())
    assert b"<" not in content
    assert "\u2028".encode() not in content


def test_the_order_of_the_documents_does_not_matter() -> None:
    """Documents come sorted into the index."""
    documents = list(make_documents(50))
    assert build_index(documents[::-1], "bg").files == build_index(documents, "bg").files


def test_a_long_summary_ends_with_a_word() -> None:
    """A card shows what fits, and says that there is more."""
    assert shorten("дума " * 60).endswith("дума…")
    assert shorten("кратко") == "кратко"
