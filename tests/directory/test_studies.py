"""No table of a study tells what few people answered."""

import json
import re
import sys
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plugins.directory.studies import shares, starts
from plugins.records.model.study import AGREEMENT, Question
from plugins.records.suppression import SMALLEST, suppress, without_small_counts

# a count from 1 to 9, in JSON or YAML
SMALL = re.compile(rf'"?(?:count|{"|".join(AGREEMENT)})"?: ?[1-9](?![0-9])')


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((40, 30, 20), (40, 30, 20)),
        ((40, 30, 9), (40, None, None)),
        ((40, 9, 8), (40, None, None)),
        ((40, 0, 20), (40, 0, 20)),
        ((40, 9, 0), (None, None, 0)),
    ],
    ids=["all large", "one small", "two small", "nobody", "one small and nobody"],
)
def test_small_counts_are_hidden(counts: tuple[int, ...], expected: tuple[int | None, ...]) -> None:
    """A count below ten is hidden, and a second one where the total would tell it."""
    assert suppress(counts) == expected


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8))
def test_a_hidden_count_cannot_be_reckoned(counts: list[int]) -> None:
    """Where anything is hidden and two counts are not zero, at least two are hidden."""
    public = suppress(counts)
    hidden = [count for count, shown in zip(counts, public, strict=True) if shown is None]
    assert all(not 0 < count < SMALLEST or shown is None for count, shown in zip(counts, public, strict=True))
    assert len(hidden) != 1 or sum(1 for count in counts if count) == 1


@pytest.mark.parametrize(
    ("public", "expected"),
    [
        ((20, 30, 10, 25, 15), [0, 20, 50, 60, 85]),
        ((None, None, 27, 36, 23), [0, 7, 14, 41, 77]),
        ((None, 40, 40, 10, None), [0, 5, 45, 85, 95]),
        ((33, 33, 33, 0, 0), [0, 33, 66, 99, 99]),
        ((0, 0, 0, 0, 0), [0, 0, 0, 0, 0]),
    ],
    ids=["all shown", "two at the end", "one at each end", "rounded", "nobody"],
)
def test_hidden_shares_leave_a_gap_where_they_stand(public: tuple[int | None, ...], expected: list[int]) -> None:
    """What is shown keeps its place in the bar; how two hidden ones share their gap is not told."""
    assert list(starts(public)) == expected


def test_shares_are_whole_per_cent() -> None:
    """Of nobody, everybody is no part."""
    assert (shares((1, None, 3), 4), shares((0,), 0)) == ((25, None, 75), (0,))


def _question(**given: object) -> Question:
    return Question.model_validate({"id": "q", "text": {"bg": "Въпрос?"}, **given})


def _answers(*counts: int) -> tuple[dict[str, object], ...]:
    return tuple({"text": {"bg": "Отговор"}, "count": count} for count in counts)


def test_reading_leaves_no_small_count_in_a_question() -> None:
    """What pages, files and search get of a question has neither the small count nor its neighbour, but the total."""
    public = without_small_counts(_question(answers=_answers(40, 30, 9)))
    assert (public.counts, public.asked) == ((40, None, None), 79)


def test_reading_leaves_no_small_count_in_a_statement() -> None:
    """So it is with the five steps of agreement; taken out twice, nothing changes."""
    steps = dict(zip(AGREEMENT, (8, 51, 112, 148, 93), strict=True))
    public = without_small_counts(_question(statements=({"text": {"bg": "Твърдение"}, **steps},)))
    (statement,) = public.statements
    assert (statement.counts, statement.asked) == ((None, None, 112, 148, 93), 412)
    assert without_small_counts(public) == public


def test_where_one_chose_several_no_second_count_is_hidden() -> None:
    """There the others do not tell the hidden one."""
    assert without_small_counts(_question(several=True, answers=_answers(40, 9, 30))).counts == (40, None, 30)


def test_a_count_may_be_left_out_where_the_total_stands() -> None:
    """The library need not hand small counts to anybody; without a total nothing could be reckoned."""
    left_out = ({"text": {"bg": "Да"}, "count": 40}, {"text": {"bg": "Не"}})
    assert _question(answers=left_out, total=45).asked == 45
    with pytest.raises(ValidationError, match="missing total"):
        _question(answers=left_out)


def test_no_file_of_the_sites_tells_a_small_count(sites: Path) -> None:
    """Neither the open data nor the record that everybody can download."""
    told = [
        f"{path.name}: {found}"
        for path in (*sites.glob("*/data/studies.json*"), *sites.glob("*/studies/*.yaml"))
        for found in SMALL.findall(path.read_text(encoding="utf-8"))
    ]
    assert told == []
    assert len(list(sites.glob("*/studies/*.yaml"))) >= 3


@pytest.mark.parametrize("root", ["", "tr/"])
def test_the_answers_are_a_data_package(sites: Path, root: str) -> None:
    """Frictionless finds the table with its size and hash, and each line in the schema; the words are the reader's."""
    (package,) = (sites / "kardzhali" / root / "studies").glob("*-datapackage.json")
    command = [sys.executable, "-m", "frictionless", "validate", "--json", package.name]
    done = run(command, cwd=package.parent, capture_output=True, encoding="utf-8", check=False)
    report = json.loads(done.stdout)
    assert (report["valid"], report["stats"]["tasks"]) == (True, 1)
    title = json.loads(package.read_text(encoding="utf-8"))["title"]
    assert title.startswith({"": "Компас", "tr/": "Sivil"}[root])
