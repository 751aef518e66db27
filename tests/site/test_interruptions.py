"""Whatever stops a build, the site is the old one or the new one, whole, and the next build mends the rest."""

import fcntl
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from plugins.site.staging import HIDDEN
from tests.conftest import ROOT
from tests.site.project import build, make_project, tree

KILLS = 20
RECORD = "data/organisations/klub-bryag.yaml"
OTHER = "data/organisations/klub-vtori.yaml"
SMALL = 2_000


def command(root: Path, output: Path) -> list[str]:
    """Give the command that builds the project in a process of its own."""
    return [sys.executable, "-m", "plugins.site", "build", "--root", str(root), "--output", str(output)]


def start(root: Path, output: Path) -> "subprocess.Popen[bytes]":
    """Start a build in a process group of its own."""
    pipe = subprocess.PIPE
    return subprocess.Popen(command(root, output), cwd=ROOT, stdout=pipe, stderr=pipe, start_new_session=True)


def change(root: Path, version: int) -> None:
    """Bring the project to its first or its second state: a changed record, and one more or fewer."""
    first = (root / RECORD).read_text(encoding="utf-8").replace("Втори клуб", "Клуб")
    if version:
        (root / RECORD).write_text(first.replace("Клуб", "Втори клуб"), encoding="utf-8")
        (root / OTHER).write_text(first.replace("Клуб", "Трети клуб"), encoding="utf-8")
    else:
        (root / RECORD).write_text(first, encoding="utf-8")
        (root / OTHER).unlink(missing_ok=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project in its first state."""
    root = make_project(tmp_path)
    change(root, 0)
    return root


def test_a_killed_build_leaves_the_old_site_or_the_new_one(project: Path, tmp_path: Path) -> None:
    """Killed at twenty moments picked by chance; then a build that is left alone equals a clean one."""
    moments, output = random.Random(20), tmp_path / "output"
    clean = []
    for version in (0, 1):
        change(project, version)
        assert build(project, tmp_path / f"clean-{version}") == 0
        clean.append(tree(tmp_path / f"clean-{version}"))
    assert clean[0] != clean[1]
    started = time.monotonic()
    subprocess.run(command(project, output), cwd=ROOT, check=True, capture_output=True)
    longest = time.monotonic() - started
    for kill in range(KILLS):
        change(project, kill % 2)
        process = start(project, output)
        time.sleep(moments.uniform(0.3, 1) * longest)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert tree(output) in clean
    assert build(project, output) == 0
    assert tree(output) == clean[(KILLS - 1) % 2]


def test_a_build_that_is_asked_to_stop_fails(project: Path, tmp_path: Path) -> None:
    """SIGTERM ends it with an error, and the site is whole."""
    output = tmp_path / "output"
    assert build(project, output) == 0
    before = tree(output)
    change(project, 1)
    process = start(project, output)
    assert process.stdout is not None
    process.stdout.readline()
    process.terminate()
    process.communicate()
    assert process.returncode != 0
    assert tree(output) == before


def test_a_second_build_waits_for_no_one(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says that another build is writing, and fails."""
    output = tmp_path / "output"
    assert build(project, output) == 0
    with (output / HIDDEN / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert build(project, output) == 1
    assert str(os.getpid()) in capsys.readouterr().err


def test_a_full_disk_is_said_in_a_sentence(project: Path, tmp_path: Path) -> None:
    """A write that fails leaves the old site, and no traceback."""
    output = tmp_path / "output"
    assert build(project, output) == 0
    before = tree(output)
    change(project, 1)
    done = subprocess.run(
        command(project, output),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL)),
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert tree(output) == before
    assert build(project, output) == 0
    assert tree(output) != before


def test_a_reader_never_misses_a_page(project: Path, tmp_path: Path) -> None:
    """While the site is built again and again, its pages are always there, and whole."""
    output = tmp_path / "output"
    assert build(project, output) == 0
    page = next(output.glob("*/index.html"))
    faults: list[str] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                if not page.read_bytes().rstrip().endswith(b"</html>"):
                    faults.append("half")
            except OSError as error:
                faults.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for version in (1, 0, 1, 0, 1):
        change(project, version)
        assert build(project, output) == 0
    stop.set()
    reader.join()
    assert faults == []
