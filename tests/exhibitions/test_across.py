"""What is found only when all exhibitions are looked at together."""

from pathlib import Path

from tests.exhibitions.objects.test_media import picture
from tests.exhibitions.objects.test_reading import HEAD
from tests.exhibitions.project import FIELDS, FOLDER, read_files, write_project

# ids that were looked for: their short addresses are equal
SAME_ADDRESS = f"{FIELDS}## А {{#panel-2291}}\n\n## Б {{#panel-7334}}\n"


def test_a_file_that_nobody_names_is_told(tmp_path: Path) -> None:
    """One that an object names, or a panel by way of it, is not."""
    write_project(tmp_path, {"objects/a.jpg": picture(), "objects/b.jpg": picture()})
    _, problems = read_files(tmp_path, index_bg=f"{FIELDS}## А {{#a}}\n", objects_yaml=f"{HEAD}    file: a.jpg\n")
    assert problems == ["b.jpg:1:1-2 E208"]


def test_without_objects_every_file_of_theirs_is_told(tmp_path: Path) -> None:
    """There is nothing that could name it."""
    write_project(tmp_path, {"objects/b.jpg": picture()})
    assert read_files(tmp_path, index_bg=f"{FIELDS}## А {{#a}}\n")[1] == ["b.jpg:1:1-2 E208"]


def test_nothing_is_said_of_files_while_the_objects_are_broken(tmp_path: Path) -> None:
    """They may be about to name it."""
    write_project(tmp_path, {"objects/b.jpg": picture()})
    _, problems = read_files(tmp_path, index_bg=f"{FIELDS}## А {{#a}}\n", objects_yaml="objects: 1\n")
    assert problems == ["objects.yaml:1:10-11 V115"]


def test_two_panels_never_share_a_short_address(tmp_path: Path) -> None:
    """The second is named at its line: a poster of the first may hang already."""
    assert read_files(tmp_path, index_bg=SAME_ADDRESS)[1] == ["index.bg.md:6:1-19 E219"]
    assert (tmp_path / FOLDER).is_dir()
