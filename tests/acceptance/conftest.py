"""The folder with data from outside, and projects that are made of it and built with the real command."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

# writes a project into a folder → the folder of its built sites
BuildProject = Callable[[Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def data(request: pytest.FixtureRequest) -> Path:
    """Give the folder that was named on the command line."""
    return Path(request.config.getoption("--acceptance")).resolve()


@pytest.fixture(scope="session")
def build_project(tmp_path_factory: pytest.TempPathFactory) -> BuildProject:
    """Give a function that builds what another one has written."""

    def build(write: Callable[[Path], object]) -> Path:
        root = tmp_path_factory.mktemp("project")
        write(root)
        command = [sys.executable, "-m", "plugins.site", "build", "--root", str(root)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr[:4000]
        return root / "output"

    return build
