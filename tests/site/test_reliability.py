"""Whatever ends a build, the site is the old one or the new one, whole, and the next build puts all right."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.site.build import only_build
from plugins.site.staging import HIDDEN
from tests.site import project, small

ROOT = Path(__file__).resolve().parents[2]
RECORDS = 150
KILLS = 20


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder that everybody may enter, in memory where the machine has that."""
    made = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))  # noqa: PTH112, S108
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


def write_version(root: Path, version: str) -> None:
    """Write every record of one of two versions of the data; each has records that the other lacks."""
    for at in range(RECORDS):
        small.write_organisation(root, f"r{at}", f"Организация {at} {version}")
    for other in ("old", "new"):
        path = root / "data" / "organisations" / f"only-{other}.yaml"
        small.write_organisation(root, path.stem, other) if other == version else path.unlink(missing_ok=True)


def fork(work: Callable[[], object]) -> int:
    """Do the work in a process of its own, which ends with 0 when it is done."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = int(str(ended.code))
    finally:
        os._exit(code)


def test_a_killed_build_leaves_the_old_site_or_the_new_one(folder: Path) -> None:
    """At twenty random moments, with two workers; then the next build equals a clean one."""
    root, output = folder / "project", folder / "output"
    small.write_project(root)
    whole = {}
    for version in ("old", "new"):
        write_version(root, version)
        small.build(root, folder / version)
        whole[version] = small.tree(folder / version)
    write_version(root, "old")
    began = time.monotonic()
    small.build(root, output, jobs=2)
    took = time.monotonic() - began
    dice = random.Random(7)
    for at in range(KILLS):
        version = ("new", "old")[at % 2]
        write_version(root, version)
        child = fork(lambda: small.build(root, output, jobs=2))
        time.sleep(dice.random() * took * 1.2)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for site in ("east", "west"):
            shown = {path: content for path, content in small.tree(output).items() if path.startswith(site)}
            assert shown in [{p: c for p, c in each.items() if p.startswith(site)} for each in whole.values()]
    small.build(root, output, jobs=2)
    assert small.tree(output) == whole["old"]


def test_a_second_build_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says which process is at work, and leaves the site to it."""
    root, output = project.make_project(tmp_path / "project"), tmp_path / "output"
    with only_build(output):
        assert project.build(root, output) == 1
    assert str(os.getpid()) in capsys.readouterr().err
    assert project.tree(output) == {}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the project with the real pages once."""
    folder = tmp_path_factory.mktemp("built")
    root, output = project.make_project(folder / "project"), folder / "output"
    assert project.build(root, output) == 0
    return root, output


def run(root: Path, output: Path, errors: Path, *, before: Callable[[], object] = lambda: None) -> int:
    """Build with the real command in a process of its own, after `before`; give its exit status."""

    def work() -> None:
        sys.stderr = errors.open("w", buffering=1, encoding="utf-8")
        before()
        sys.exit(project.build(root, output))

    _, status = os.waitpid(fork(work), 0)
    return os.waitstatus_to_exitcode(status)


def edit(root: Path) -> None:
    """Change a record that many pages show."""
    path = min((root / "data" / "organisations").glob("*.yaml"))
    path.write_text(path.read_text(encoding="utf-8") + "demo: true\n", encoding="utf-8")


def test_a_full_disk_stops_a_build_with_a_sentence(built: tuple[Path, Path], tmp_path: Path) -> None:
    """No traceback; the old site is whole, and the next build ends well."""
    root, output = shutil.copytree(built[0], tmp_path / "project"), shutil.copytree(built[1], tmp_path / "output")
    before = project.tree(output)
    edit(root)
    errors = tmp_path / "errors"
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    status = run(root, output, errors, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, limit[1])))
    said = errors.read_text(encoding="utf-8")
    assert (status, "Traceback" in said, len(said.splitlines())) == (1, False, 2), said
    assert project.tree(output) == before
    assert project.build(root, output) == 0


def test_a_read_only_folder_stops_a_build_with_a_sentence(built: tuple[Path, Path], folder: Path) -> None:
    """No traceback; the old site is whole."""
    root, output = shutil.copytree(built[0], folder / "project"), shutil.copytree(built[1], folder / "output")
    before = project.tree(output)
    edit(root)
    for path in (output, *output.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    errors = folder / "errors"
    nobody = 65534

    def drop() -> None:
        if os.getuid() == 0:  # who may write anywhere
            os.setuid(nobody)

    status = run(root, output, errors, before=drop)
    said = errors.read_text(encoding="utf-8")
    assert (status, "Traceback" in said, len(said.splitlines())) == (1, False, 2), said
    assert project.tree(output) == before
    for path in (output, *output.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let an interruption reach what is started here: a shell tells what it starts beside itself to ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(
    ("number", "said"),
    [(signal.SIGTERM, ""), (signal.SIGINT, "Спряхте изграждането. Нищо не е записано")],
    ids=["terminated", "interrupted"],
)
def test_a_build_that_is_told_to_end_leaves_the_old_site(
    built: tuple[Path, Path], tmp_path: Path, number: signal.Signals, said: str
) -> None:
    """It ends at once, without a traceback, and not as if all had gone well."""
    root, output = shutil.copytree(built[0], tmp_path / "project"), shutil.copytree(built[1], tmp_path / "output")
    before = project.tree(output)
    edit(root)
    errors = tmp_path / "errors"
    command = [sys.executable, "-m", "plugins.site", "build", "--root", str(root), "--output", str(output)]
    with errors.open("wb") as file, subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=file) as build:
        assert build.stdout is not None
        # the first line says that reading has begun
        build.stdout.readline()
        build.send_signal(number)
        build.stdout.read()
    assert build.returncode not in (0, 1)
    assert errors.read_text(encoding="utf-8").partition(";")[0] == said
    assert project.tree(output) == before


def test_a_reader_sees_no_page_missing_or_torn(folder: Path) -> None:
    """While the site is built again and again."""
    root, output = folder / "project", folder / "output"
    small.write_project(root)
    for version in ("old", "new"):
        write_version(root, version)
        small.build(root, output)
    ended = threading.Event()
    seen: list[bytes | OSError] = []

    def read() -> None:
        at = 0
        while not ended.is_set():
            at = (at + 1) % RECORDS
            try:
                seen.append((output / "east" / "organisations" / f"r{at}.html").read_bytes())
            except OSError as error:
                seen.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for version in ("old", "new") * 5:
        write_version(root, version)
        small.build(root, output)
    ended.set()
    reader.join()
    torn = {each for each in seen if isinstance(each, OSError) or not each.endswith(b"</html>")}
    assert (torn, len(seen) > RECORDS) == (set(), True)


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    """Whatever the seed of hashes, the time zone, the locale, the folder, the order of files and the workers."""
    first = tmp_path / "one"
    small.write_project(first)
    write_version(first, "old")
    second = tmp_path / "deeper" / "other folder"
    # written in another order, at another time
    for path in sorted((path for path in first.rglob("*") if path.is_file()), reverse=True):
        small.write(second / path.relative_to(first), path.read_text(encoding="utf-8"))
    trees = []
    for root, jobs, env in (
        (first, 1, {"PYTHONHASHSEED": "1", "TZ": "Europe/Sofia", "LC_ALL": "C.UTF-8"}),
        (second, 2, {"PYTHONHASHSEED": "2", "TZ": "Pacific/Apia", "LC_ALL": "C", "PYTHONUTF8": "0"}),
    ):
        output = tmp_path / f"output-{jobs}"
        command = [sys.executable, "-m", "tests.site.small", str(root), str(output), str(jobs)]
        subprocess.run(command, env={**os.environ, **env}, cwd=ROOT, check=True)
        trees.append(small.tree(output))
    assert trees[0] == trees[1]


def test_the_site_of_a_region_that_is_no_more_goes(tmp_path: Path) -> None:
    """What others put there stays."""
    root, output = tmp_path / "project", tmp_path / "output"
    small.write_project(root)
    small.write_organisation(root, "alfa", "Извор", area="BG")
    small.build(root, output)
    (output / "west" / "CNAME").write_text("west.example")
    (root / "data" / "regions" / "west.yaml").unlink()
    small.build(root, output)
    assert {path for path in small.tree(output) if path.startswith("west")} == {"west/CNAME"}
    assert not list((output / HIDDEN).glob("west*"))
