"""What people may type is understood: inflected, misspelt, in Latin letters, with signs, fields and numbers."""

import json
from pathlib import Path

import pytest

from plugins.search.document import Document
from plugins.search.index import build_index
from tests.node import run_node
from tests.search.conftest import write_files

KARDZHALI = (("Кърджали", "bg"), ("Kırcaali", "tr"), ("Kardzhali", "en"))
ARDINO = (("Ардино", "bg"), ("Eğridere", "tr"), ("Ardino", "en"))
DOCUMENTS = {
    "reki": Document(
        *("reki", "organisation", "reki", ("Сдружение „Чисти реки“", "bg")),
        places=KARDZHALI,
        topics=(("замърсяване на водата", "bg"), ("temiz su", "tr"), ("clean rivers", "en")),
        text=(("Доброволците почистват бреговете.", "bg"),),
        identifiers=("123456789", "+359 361 23 456"),
    ),
    "knigi": Document(
        *("knigi", "organisation", "knigi", ("Клуб „Детска книга“", "bg")),
        places=ARDINO,
        topics=(("четене с деца", "bg"), ("çocuk kitapları", "tr"), ("children's books", "en")),
        text=(("Четем край чистата река на брега.", "bg"),),
    ),
    "obyad": Document(
        *("obyad", "cause", "obyad", ("Топъл обяд", "bg")),
        places=ARDINO,
        topics=(("храна", "bg"), ("sıcak yemek", "tr"), ("hot meals", "en")),
        text=(("Готвим за самотни хора и носим до вратата.", "bg"),),
    ),
}
# what is typed → what is found, the best first
QUERIES: dict[str, list[str]] = {
    "реката": ["reki", "knigi"],
    "книгите": ["knigi"],
    "храана": ["obyad"],
    "бргеа": ["reki", "knigi"],
    "reki": ["reki", "knigi"],
    "чисти ардино": ["knigi", "reki", "obyad"],
    "kyrdjali": ["reki"],
    "kurdjali": ["reki"],
    "kardzhali": ["reki"],
    "Kırcaali": ["reki"],
    "kircaali": ["reki"],
    "sicak yemek": ["obyad"],
    "hot meal": ["obyad"],
    "ukrhr": ["knigi"],
    ",eur": ["reki", "knigi"],
    "рижерс": ["reki"],
    "`isti": ["reki", "knigi"],
    "'rijr": ["reki", "knigi"],
    "n,dkd": ["obyad"],
    "d'oh": [],
    "123456789": ["reki"],
    "123 456 789": ["reki"],
    "036123456": ["reki"],
    "0361 23 456": ["reki"],
    "+359 361 23456": ["reki"],
    "00359 (0)361/23-456": ["reki"],
    "заглавие:река": ["reki"],
    "title:река": ["reki"],
    "place:ардино река": ["knigi", "reki", "obyad"],
    "+place:ардино река": ["knigi", "obyad"],
    "+река -книга": ["reki"],
    "река -чисти": [],
    "+обяд +река": [],
    "„чиста река“": ["reki", "knigi"],
    '"топъл обяд"': ["obyad"],
    "«топъл обед»": ["obyad"],
    "село: Джебел": [],
    "+": [],
    "  ": [],
    '"" " "': [],
    "добровол*": ["reki"],
    # years are not a number in groups
    "ардино 2019 2020 2021": ["knigi", "obyad"],
    # what somebody pasted: guessing what it may mean would take minutes and all the memory
    "ж" * 3000: [],
    "qwertyuiopasdfghjkl" * 200: [],
    "a.b,c;" * 500: [],
    '"' * 2000 + "река" + '"' * 2000: ["reki", "knigi"],
    f"{'сто думи и още една ' * 100}река": [],
}


@pytest.fixture(scope="module")
def answers(scripts: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Ask all the queries of one small index."""
    folder = write_files(tmp_path_factory.mktemp("queries") / "search", build_index(DOCUMENTS.values(), "bg").files)
    asked = json.dumps([{"text": text, "typing": False} for text in QUERIES])
    return dict(zip(QUERIES, json.loads(run_node("tests/search/ask.cjs", scripts, folder, text=asked)), strict=True))


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_what_is_meant(answers: dict[str, list[str]], query: str) -> None:
    """What has all the words comes first, and nothing without any of them is there."""
    assert answers[query] == QUERIES[query]


@pytest.mark.parametrize("kept", [(), ("latin",)], ids=["no documents", "no Cyrillic letters"])
@pytest.mark.parametrize("query", ["река", "reka", "clean", "clena", "рижерс"])
def test_an_index_may_lack_words(scripts: Path, tmp_path: Path, kept: tuple[str, ...], query: str) -> None:
    """A region begins without records; one may have none with Cyrillic letters."""
    documents = [Document(id, "organisation", id, ("Clean rivers", "en")) for id in kept]
    folder = write_files(tmp_path / "search", build_index(documents, "bg").files)
    asked = json.dumps([{"text": query, "typing": False}])
    (found,) = json.loads(run_node("tests/search/ask.cjs", scripts, folder, text=asked))
    assert found == ([] if query in {"река", "reka"} else list(kept))
