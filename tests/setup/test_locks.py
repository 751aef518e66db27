"""The lock files hold what pyproject.toml asks for, with hashes, and agree with each other."""

import re
import tomllib
from pathlib import Path

import pytest

from plugins.setup.packages import LOCKS

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^\s;]+).*\\$", re.MULTILINE)
NAME = re.compile(r"^[A-Za-z0-9._-]+")
GROUPS = ("site", "test", "bench", "print", "node", "lock")


def test_each_group_has_a_lock() -> None:
    """No lock is left over and none is missing."""
    assert {path.stem for path in LOCKS.iterdir()} == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_a_lock_holds_what_is_asked_for(group: str) -> None:
    """Each package that pyproject.toml names for the group is pinned; `make lock` renews the file."""
    assert asked_for(group) <= set(pins(group))


@pytest.mark.parametrize("group", GROUPS)
def test_each_pin_has_a_hash(group: str) -> None:
    """Every pinned package is followed by the hash of its files."""
    text = (LOCKS / f"{group}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_tests_use_the_versions_of_the_site() -> None:
    """Whoever has the packages for tests has those of the site."""
    assert pins("site").items() <= pins("test").items()


def test_the_tests_print_with_the_versions_of_the_printer() -> None:
    """Whoever has the packages for tests can print."""
    assert pins("print").items() <= pins("test").items()


@pytest.mark.parametrize("group", GROUPS)
def test_groups_do_not_quarrel(group: str) -> None:
    """What is in two locks has one version, so that one folder can hold both."""
    site = pins("site")
    assert {name: version for name, version in pins(group).items() if site.get(name, version) != version} == {}


def pins(group: str) -> dict[str, str]:
    """Return package → version."""
    text = (LOCKS / f"{group}.txt").read_text(encoding="utf-8")
    return {found["name"]: found["version"] for found in PIN.finditer(text)}


def asked_for(group: str) -> set[str]:
    """Return the packages that pyproject.toml names for a group."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = declared["dependency-groups"]
    wanted = declared["project"]["dependencies"] if group == "site" else groups[group]
    included = [name for each in wanted if isinstance(each, dict) for name in groups[each["include-group"]]]
    names = [*included, *(each for each in wanted if isinstance(each, str))]
    return {found[0].lower() for each in names if (found := NAME.match(each))}
