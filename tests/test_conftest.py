"""What tests/conftest.py promises for every test."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SKIPPED = "import pytest\n\n@pytest.mark.skip\ndef test_it(): pass\n"
SKIPPED_MODULE = "import pytest\n\npytest.skip(allow_module_level=True)\n"
WARNED = "import warnings\n\ndef test_it(): warnings.warn('old')\n"
LOGGED = "import logging\n\ndef test_it(): logging.getLogger('plugins.site').warning('odd')\n"
EXPECTED = "import logging\n\ndef test_it(caplog):\n    logging.warning('odd')\n    caplog.clear()\n"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        pytest.param(SKIPPED, 1, id="a skipped test fails"),
        pytest.param(SKIPPED_MODULE, 2, id="a skipped module fails"),
        pytest.param(WARNED, 1, id="a warning fails"),
        pytest.param(LOGGED, 1, id="a logged warning fails"),
        pytest.param(EXPECTED, 0, id="a logged warning that was looked at passes"),
    ],
)
def test_nothing_is_green_by_absence(tmp_path: Path, source: str, code: int) -> None:
    """A run ends well only if every test ran and kept quiet."""
    (tmp_path / "test_source.py").write_text(source, encoding="utf-8")
    assert run_pytest("-p", "tests.conftest", "--rootdir", str(ROOT), str(tmp_path)) == code


@pytest.mark.parametrize("folder", ["", "missing"])
def test_an_acceptance_run_needs_its_data(folder: str) -> None:
    """A folder that is not there ends the run before any test."""
    assert run_pytest("--collect-only", f"--acceptance={folder}", "tests/setup") == pytest.ExitCode.USAGE_ERROR


def run_pytest(*arguments: str) -> int:
    """Run pytest with the project's settings; return its exit code."""
    settings = ["-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *settings, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode
