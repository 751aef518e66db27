"""The page for addresses that do not exist: a host shows it at any depth, a reader may open it from a disk."""

import re
from pathlib import Path

import pytest

from plugins.site.urls import root_on_host
from tests.site.project import build, make_project

LINK = re.compile(r'(?:href|src|action)="([^"#][^"]*)"')
BASE = "/people/izvor/"


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://izvor.example/", "/"),
        ("https://izvor.example", "/"),
        ("https://hosts.example/people/izvor", "/people/izvor/"),
        ("https://hosts.example/izvor/index.html", "/izvor/"),
    ],
)
def test_a_site_may_lie_anywhere_on_a_host(address: str, base: str) -> None:
    """At its root, or in a folder, as free hosts have it."""
    assert root_on_host(address) == base


def test_its_links_begin_at_the_root_of_the_host(tmp_path: Path) -> None:
    """Where the site is published, each of them leads to a file of the site, however deep the missing page was."""
    root = make_project(tmp_path)
    region = root / "data/regions/izvor.yaml"
    region.write_text(region.read_text("utf-8") + f"address: https://hosts.example{BASE}\n", "utf-8")
    assert build(root, tmp_path / "output") == 0
    site = tmp_path / "output/izvor"
    links = LINK.findall((site / "404.html").read_text("utf-8"))
    inside = [link for link in links if not link.startswith(("https:", "mailto:", "tel:"))]
    assert [link for link in inside if not link.startswith(BASE)] == []
    assert [link for link in inside if not (site / link.removeprefix(BASE).partition("#")[0]).is_file()] == []
    assert len(inside) > 20


def test_a_demonstration_is_looked_at_where_it_was_built(sites: Path) -> None:
    """There its links are relative, so that it can be opened from a disk."""
    pages = [path.read_text("utf-8") for path in sites.glob("[!.]*/**/404.html")]
    assert [link for page in pages for link in LINK.findall(page) if link.startswith("/")] == []
    assert len(pages) >= 12
