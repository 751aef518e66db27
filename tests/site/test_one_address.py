"""Two pages never want one address: a record in the way of a page is refused, a planner's mistake raises."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.site.build import Builder, Stopped
from plugins.site.page import Page
from plugins.site.view import SiteView
from tests.site import small


def write(root: Path, path: str) -> None:
    """Build the small project with one more page."""

    def plan(_view: SiteView) -> Iterator[Page]:
        yield Page(path, "listing.html", {"organisations": (), "made": ""})

    builder = Builder(replace(small.project(root, root / "output"), planners=(small.plan_pages, plan)))
    builder.read()
    builder.write(lambda _built: None)


def test_a_record_at_the_address_of_a_page_is_refused(tmp_path: Path) -> None:
    """The problem names its file."""
    small.write_project(tmp_path)
    small.write_organisation(tmp_path, "alfa", "Алфа")
    with pytest.raises(Stopped) as stopped:
        write(tmp_path, "organisations/alfa.html")
    assert [(each.rule, each.path, dict(each.arguments)["address"]) for each in stopped.value.problems] == [
        ("C005", "data/organisations/alfa.yaml", "organisations/alfa.html")
    ]


def test_a_planner_that_plans_a_page_twice_is_a_mistake_of_ours(tmp_path: Path) -> None:
    """No record could be changed to mend it."""
    small.write_project(tmp_path)
    with pytest.raises(ValueError, match=r"two pages want one address: organisations/index\.html"):
        write(tmp_path, "organisations/index.html")
