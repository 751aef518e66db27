"""A small project that can be built: the good records of the corpus, with the pages that every site has."""

from hashlib import blake2b
from pathlib import Path

from plugins.site.__main__ import main
from plugins.site.staging import HIDDEN
from tests.corpus.project import copy_good

PAGES = ("about", "accessibility")


def make_project(folder: Path) -> Path:
    """Write the project into a folder and give its root."""
    root = copy_good(folder)
    (root / "content" / "exhibitions").mkdir(parents=True)
    (root / "content" / "pages").mkdir()
    for name in PAGES:
        text = f"---\nname: Страница {name}\n---\n\nТекст.\n"
        (root / "content" / "pages" / f"{name}.bg.md").write_text(text, encoding="utf-8")
    return root


def build(root: Path, output: Path, *options: str) -> int:
    """Build the project in this process, and give the exit status of the command."""
    return main(["build", "--root", str(root), "--output", str(output), *options])


def tree(output: Path) -> dict[str, str]:
    """Map every file of the built sites to the hash of its bytes."""
    return {
        path.relative_to(output).as_posix(): blake2b(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and HIDDEN not in path.parts
    }
