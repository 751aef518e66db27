"""What holds for every test: none skips, none leaves a warning behind, and all see the same built sites."""

import logging
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from plugins.setup.browser import find_browser
from tests.browser.visit import FLAGS

ROOT = Path(__file__).resolve().parents[1]

# a busy machine is slow: time is measured in benchmarks, never asserted in a test
settings.register_profile("sredishte", deadline=None)
settings.load_profile("sredishte")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the folders that a run may be given."""
    parser.addoption("--acceptance", metavar="FOLDER", help="data from outside, for tests/acceptance")
    parser.addoption("--sites", metavar="FOLDER", type=Path, help="look at these built sites; do not build them")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse an acceptance run without its data."""
    folder = config.getoption("--acceptance")
    if folder is not None and not (folder and Path(folder).is_dir()):
        raise pytest.UsageError(f"no such folder: {folder!r}; say `make acceptance ACCEPTANCE=<folder>`")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the acceptance tests out of a run that has no data for them."""
    return True if collection_path.name == "acceptance" and not config.getoption("--acceptance") else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Make a test that skips a failure: green by absence proves nothing."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"No test skips here: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Make a module that skips while it is collected a failure."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"No test skips here: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _no_warning_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a logged warning; one that expects it reads `caplog` and clears it."""
    yield
    left = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    assert [record.getMessage() for record in left if record.levelno >= logging.WARNING] == []


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """Build every site once with the real command, and give the folder that holds them."""
    built = pytestconfig.getoption("--sites")
    if isinstance(built, Path):
        return built.resolve()
    output = tmp_path_factory.mktemp("sites")
    build = [sys.executable, "-m", "plugins.site", "build", "--output", str(output)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium that the set-up found or installed."""
    path = find_browser()
    assert path, "no Chromium: `make test` installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()
