"""A build that ends early shows no half-written site, and says truly which sites are new and which are the old ones."""

import shutil
from pathlib import Path

import pytest

from plugins.site.staging import HIDDEN
from tests.site.project import build, make_project, tree

FIRST, SECOND = "izvor", "vrelo"
NOTHING = {
    "bg": "Нищо не е записано; последният добър сайт стои, както беше.",
    "tr": "Hiçbir şey yazılmadı; son sağlam site olduğu gibi duruyor.",
    "en": "Nothing was written; the last good site is as it was.",
}
HALF = {
    "bg": f"Обновени: {FIRST}. Както преди: {SECOND}.",
    "tr": f"Güncel olanlar: {FIRST}. Eskisi gibi duranlar: {SECOND}.",
    "en": f"Up to date: {FIRST}. As before: {SECOND}.",
}
# what the system calls "File exists"
WHY = {"bg": "на това място има друг файл", "tr": "aynı yerde başka bir dosya var", "en": "File exists"}
ALL = f"Обновени: {FIRST}, {SECOND}."
# the real planners, until one of them makes a mistake on the second site
FAULTY = """
from pelicanconf import *
from plugins import directory

def plan_pages(view):
    if view.site.id == "vrelo":
        raise {mistake}
    yield from directory.plan_pages(view)

PAGE_PLANNERS = [plan_pages]
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project of two sites once."""
    folder = tmp_path_factory.mktemp("good")
    root = make_project(folder)
    region = root / "data" / "regions" / f"{FIRST}.yaml"
    region.with_stem(SECOND).write_text(region.read_text(encoding="utf-8"), encoding="utf-8")
    assert build(root, folder / "output") == 0
    return folder


@pytest.fixture
def changed(good: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Give a copy of the project and its sites, with a record that both sites show changed."""
    root, output = shutil.copytree(good / "project", tmp_path / "project"), tmp_path / "output"
    shutil.copytree(good / "output", output)
    record = min((root / "data" / "organisations").glob("*.yaml"))
    record.write_text(record.read_text(encoding="utf-8") + "demo: true\n", encoding="utf-8")
    return root, output


def changed_sites(output: Path, before: dict[str, str]) -> set[str]:
    """Name the sites that are no longer as they were."""
    return {path.partition("/")[0] for path, _ in tree(output).items() ^ before.items()}


def obstruct(path: Path) -> None:
    """Put a file where the build wants a folder: an error of the system, as a full disk is."""
    shutil.rmtree(path, ignore_errors=True)
    path.write_text("in the way", encoding="utf-8")


@pytest.mark.parametrize("lang", ["bg", "tr", "en"])
@pytest.mark.parametrize("failing", [FIRST, SECOND])
def test_an_error_of_the_system(
    changed: tuple[Path, Path],
    failing: str,
    lang: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The sites before the one that failed are new, it and those after it are the old ones."""
    root, output = changed
    before = tree(output)
    obstruct(output / HIDDEN / "next" / failing)
    new = {FIRST} - {failing}
    monkeypatch.setenv("SREDISHTE_LANG", lang)
    assert build(root, output) == 1
    first, last = capsys.readouterr().err.splitlines()
    assert WHY[lang] in first
    assert last == (HALF if new else NOTHING)[lang]
    assert changed_sites(output, before) == new


def test_an_error_after_the_last_switch(changed: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """What the next build wants to know could not be kept, but the sites are new."""
    root, output = changed
    before = tree(output)
    (output / HIDDEN / "records.new").mkdir()
    assert build(root, output) == 1
    assert capsys.readouterr().err.splitlines()[-1] == ALL
    assert changed_sites(output, before) == {FIRST, SECOND}


@pytest.mark.parametrize(
    ("mistake", "said"),
    [(ValueError, "Това е грешка на програмата"), (KeyboardInterrupt, "Спряхте изграждането.")],
)
def test_what_nobody_foresaw(
    changed: tuple[Path, Path], mistake: type[BaseException], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake of ours is raised, and a person's wish to stop is obeyed; both say how the sites stand."""
    root, output = changed
    before = tree(output)
    settings = root / "settings.py"
    settings.write_text(FAULTY.format(mistake=mistake.__name__), encoding="utf-8")
    with pytest.raises(mistake):
        build(root, output, "--settings", str(settings))
    words = capsys.readouterr().err
    assert words.startswith(said)
    assert HALF["bg"] in words
    assert changed_sites(output, before) == {FIRST}
