"""The scripts and an index that the tests of the search share."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.search.index import build_index
from plugins.search.scripts import browser_scripts
from plugins.setup.packages import NODE_MODULES
from tests.search.corpus import make_documents

COUNT = 400


def write_files(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a fresh folder and give it back."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the search's scripts."""
    return write_files(tmp_path_factory.mktemp("scripts") / "assets", browser_scripts(NODE_MODULES))


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an index of invented documents."""
    return write_files(tmp_path_factory.mktemp("index") / "search", build_index(make_documents(COUNT), "bg").files)
