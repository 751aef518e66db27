"""The fields at the top of a Markdown file keep their places in the whole file."""

import pytest

from plugins.records.front_matter import read_front_matter


def test_fields_and_text_are_split() -> None:
    """Marks count from the first line of the file, the text knows where it begins."""
    source, body, line = read_front_matter("a.md", "---\ntitle: Реката\norder: 3\n---\n# Първи\n".encode())
    assert (source.data, body, line) == ({"title": "Реката", "order": 3}, "# Първи\n", 5)
    assert source.marks.values["order",][:3] == (3, 8, 9)


def test_a_line_of_dashes_in_the_text_stays() -> None:
    """Only the first two fences count."""
    assert read_front_matter("a.md", b"---\na: b\n---\nx\n---\ny\n").body == "x\n---\ny\n"


@pytest.mark.parametrize("content", ["# Без полета\n", "---\ntitle: Реката\n", "", "----\na: b\n---\n"])
def test_fields_are_needed(content: str) -> None:
    """A text without a whole block of fields is refused."""
    assert [problem.rule for problem in read_front_matter("a.md", content.encode()).source.problems] == ["Y033"]


def test_a_mistake_in_the_fields_has_its_line() -> None:
    """A duplicate field is found where it stands."""
    (problem,) = read_front_matter("a.md", b"---\na: b\na: c\n---\n").source.problems
    assert (problem.rule, problem.line, problem.second) == ("Y007", 3, (2, 1, 2))
