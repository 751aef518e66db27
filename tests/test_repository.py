"""What the repository holds, and what it must not: addresses of registries, places on one machine, tests that skip."""

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.setup.packages import search_path

ROOT = Path(__file__).resolve().parents[1]
TOP = {
    *(".ci", ".editorconfig", ".gitattributes", ".github", ".gitignore", ".npmrc"),
    *("CHANGELOG.md", "LICENSE", "Makefile", "README.md"),
    *("content", "data", "plugins", "tests", "theme"),
    *("package-lock.json", "package.json", "pelicanconf.py", "publishconf.py", "pyproject.toml", "tsconfig.json"),
}
MACHINE_PATH = re.compile(r"""(?<![\w./-])/(?:root|home/\w+|Users/\w+|work|opt/\w+)/""")
REGISTRY = re.compile(
    r"\b(?:registry|pypi|npm|mirror|proxy)\.[a-z]+\.(?:com|net|org|io|dev)\b|\bpythonhosted\.", re.IGNORECASE
)
SKIPS = {"skip", "skipif", "skipIf", "skipUnless", "importorskip", "xfail"}


@pytest.fixture(scope="module")
def committed() -> list[str]:
    """Give the paths of the files that git keeps or would keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return [path for path in listed.split("\0") if path and (ROOT / path).is_file()]


@pytest.fixture(scope="module")
def texts(committed: list[str]) -> dict[str, str]:
    """Give path → text of the files that are text."""
    contents = {path: (ROOT / path).read_bytes() for path in committed}
    return {path: content.decode() for path, content in contents.items() if b"\0" not in content}


def test_the_top_folder_holds_what_the_readme_maps(committed: list[str]) -> None:
    """Nothing new lies at the top."""
    assert {path.partition("/")[0] for path in committed} <= TOP


def test_no_file_names_a_registry(texts: dict[str, str]) -> None:
    """A package is fetched from where the person's own pip and npm are told to, so no file says where."""
    hosts = configured_hosts()
    named = [
        f"{path}: {found}"
        for path, text in texts.items()
        for found in [*REGISTRY.findall(text), *(host for host in hosts if host in text)]
    ]
    assert named == []


def test_no_file_names_a_place_on_one_machine(texts: dict[str, str]) -> None:
    """No absolute path of a person's folder, and not the path of this checkout."""
    places = re.compile(f"{MACHINE_PATH.pattern}|{re.escape(str(ROOT))}")
    assert [f"{path}: {found[0]}" for path, text in texts.items() for found in places.finditer(text)] == []


def test_the_lock_of_npm_has_no_addresses(texts: dict[str, str]) -> None:
    """package-lock.json holds names, versions and hashes."""
    assert '"resolved"' not in texts["package-lock.json"]
    assert '"integrity"' in texts["package-lock.json"]


def test_no_two_decisions_share_a_number(committed: list[str]) -> None:
    """A decision is cited by its number."""
    numbers = [Path(path).name.partition("-")[0] for path in committed if path.startswith("plugins/decisions/")]
    assert len(numbers) > 1
    assert [number for number, count in Counter(numbers).items() if count > 1] == []


def test_no_test_skips(texts: dict[str, str]) -> None:
    """No test says that it may be left out or may fail."""
    assert [
        f"{path}:{node.lineno}: {node.attr}"
        for path, text in texts.items()
        if path.startswith("tests/") and path.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and node.attr in SKIPS
    ] == []


def configured_hosts() -> set[str]:
    """Return the hosts that this machine's pip and npm fetch from, as they tell it themselves."""
    asked = (
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        ["npm", "config", "get", "registry"],
    )
    environment = {**os.environ, "PATH": search_path()}
    answers = [
        subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False).stdout
        for command in asked
    ]
    return {host for answer in answers if (host := urlsplit(answer.strip()).hostname)}
