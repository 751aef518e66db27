"""A build says what it has to say in the reader's language, also where the system has not learnt that."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.project import make_project


@pytest.mark.parametrize(
    ("locale", "first"), [("tr_TR.UTF-8", "Kayıtlar okunuyor…"), ("xx_XX", "Чета записите…")], ids=["tr", "unknown"]
)
def test_a_locale_that_is_not_installed_is_no_matter(locale: str, first: str, tmp_path: Path) -> None:
    """Nothing but the usual sentences is printed."""
    command = [sys.executable, "-m", "plugins.site", "build", "--root", str(make_project(tmp_path))]
    environment = {name: value for name, value in os.environ.items() if name != "SREDISHTE_LANG"}
    told = {**environment, "LC_ALL": locale, "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr, done.stdout.splitlines()[0]) == (0, "", first)
