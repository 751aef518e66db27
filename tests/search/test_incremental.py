"""An index made with what the last build kept is equal, byte for byte, to one made without."""

import marshal
import random
from collections.abc import Callable, Sequence

import pytest

from plugins.search.document import Document
from plugins.search.index import build_index
from tests.search.corpus import make_documents

Edit = Callable[[list[Document], random.Random], None]
COUNT = 120


def change_text(documents: list[Document], choice: random.Random) -> None:
    """Change the words and the length of one document."""
    place = choice.randrange(len(documents))
    words = choice.sample("нова дума библиотека реки море хляб хор чисти деца".split(), choice.randint(0, 5))
    documents[place] = documents[place]._replace(text=((" ".join(words), "bg"),))


def change_title(documents: list[Document], choice: random.Random) -> None:
    """Change a title, the summary and the facets."""
    place = choice.randrange(len(documents))
    facets = (("kind", "library", "Библиотека"),)
    documents[place] = documents[place]._replace(title=("Реки и <реки>", "bg"), summary=("Кратко", "bg"), facets=facets)


def wake(documents: list[Document], choice: random.Random) -> None:
    """Change the weight of a document."""
    place = choice.randrange(len(documents))
    documents[place] = documents[place]._replace(weight=1)


def move(documents: list[Document], choice: random.Random) -> None:
    """Move a document to another place."""
    place = choice.randrange(len(documents))
    documents[place] = documents[place]._replace(order="ZZZ", places=(("Мизия", "bg"),))


def add(documents: list[Document], choice: random.Random) -> None:
    """Add a document."""
    documents.append(documents[0]._replace(id=f"new-{choice.random()}", title=("Съвсем нова", "bg")))


def delete(documents: list[Document], choice: random.Random) -> None:
    """Delete a document."""
    del documents[choice.randrange(len(documents))]


EDITS: tuple[Edit, ...] = (change_text, change_text, change_title, wake, move, add, delete)


@pytest.mark.parametrize("seed", range(6))
def test_incremental_equals_clean(seed: int) -> None:
    """Over edits, additions, deletions and moves, one after the other and several at once."""
    choice = random.Random(seed)
    documents = list(make_documents(COUNT, seed))
    cache = build_index(documents, "bg").cache
    for _ in range(12):
        for edit in choice.sample(EDITS, choice.choice((1, 1, 2))):
            edit(documents, choice)
        choice.shuffle(documents)
        index = build_index(documents, "bg", marshal.loads(marshal.dumps(cache)))  # noqa: S302  # written here
        cache = index.cache
        assert index.files == build_index(documents, "bg").files


RIVER = Document("a", "organisation", "a.html", ("River", "en"))
CYRILLIC = RIVER._replace(title=("Река", "bg"))
MANY = tuple(make_documents(5))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param((), MANY, id="first documents"),
        pytest.param(MANY, (), id="no documents any more"),
        pytest.param((), (), id="still none"),
        pytest.param((RIVER,), (CYRILLIC,), id="first word in Cyrillic"),
        pytest.param((CYRILLIC,), (RIVER,), id="no word in Cyrillic any more"),
    ],
)
def test_incremental_equals_clean_at_nothing(before: Sequence[Document], after: Sequence[Document]) -> None:
    """Where there was nothing, or nothing of a kind, or where nothing is left."""
    cache = build_index(before, "bg").cache
    index = build_index(after, "bg", marshal.loads(marshal.dumps(cache)))  # noqa: S302  # written here
    assert index.files == build_index(after, "bg").files


def test_nothing_changed_gives_the_same_files() -> None:
    """A build without a change reuses everything."""
    first = build_index(make_documents(COUNT), "bg")
    assert build_index(make_documents(COUNT), "bg", first.cache).files == first.files
