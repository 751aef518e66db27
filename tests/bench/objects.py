"""`make bench-objects`: what an exhibition of many objects costs to build, and how large its largest page is.

One site in one language, without pictures of its own, as the best-known generator is measured;
fonts and scripts are made before. The largest page must not grow with the collection.
"""

import argparse
import gzip
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plugins.exhibitions.importing.writing import write_objects
from plugins.site.staging import HIDDEN
from tests.acceptance.project import write_frame
from tests.bench.measure import measure
from tests.browser.document import parse

ROOT = Path(__file__).resolve().parents[2]
# objects → the most seconds of CPU
LIMITS = {370: 2.0, 1_000: 4.0, 3_000: 10.0}
LARGEST = 30 * 1024
NODES = 1_500
WORDS = "река мост стан песен черга гора школа читалище поле извор воденица календар занаят хоро писмо карта".split()


def invent(size: int) -> Iterator[dict[str, object]]:
    """Invent objects as libraries describe them: the same on every machine."""
    chance = random.Random(size)
    for number in range(size):
        words = chance.choices(WORDS, k=4)
        yield {
            "id": f"predmet-{number}",
            "title": f"{' '.join(words).capitalize()} (пример {number})",
            "alt": f"Стара снимка: {' и '.join(words)}, отпред стоят хора.",
            "credit": "Архив на читалището (пример)",
            "rights": chance.choice(["https://creativecommons.org/licenses/by/4.0/", "unknown"]),
            "date": str(chance.randint(1890, 2020)),
            "location": f"село {chance.choice(WORDS).capitalize()}-{chance.randint(1, 40)}",
            "description": " ".join(chance.choices(WORDS, k=60)).capitalize() + ".",
            "subjects": [f"{chance.choice(WORDS)} {chance.randint(1, 30)}" for _ in range(3)],
            "identifier": f"Ф-{number}",
            "source": f"https://archive.example.org/{number}.jpg",
        }


def write_project(root: Path, size: int) -> None:
    """Write a project with one exhibition of so many objects."""
    write_frame(root, "Предмети", ("bg",), {"other": "Друго"})
    folder = root / "content" / "exhibitions" / "predmeti"
    folder.mkdir(parents=True)
    text = "---\nname: Предмети (пример)\narea: [BG]\n---\n\n## Начало {#start}\n\nПредметите са долу.\n"
    (folder / "index.bg.md").write_text(text, encoding="utf-8")
    for name, content in write_objects(list(invent(size))).items():
        (folder / name).write_text(content, encoding="utf-8")


def build(root: Path, folder: Path) -> float:
    """Build the project and give the seconds of CPU."""
    command = [sys.executable, "-m", "plugins.site", "build", "--root", str(root), "--output", str(root / "output")]
    return measure(command, ROOT, folder / "log").cpu


def largest(site: Path) -> tuple[int, int, str]:
    """Give the bytes in gzip and the nodes of the page of objects that has most of them, and its name."""
    sizes = {}
    for page in (site / "exhibitions" / "predmeti").rglob("*.html"):
        content = page.read_bytes()
        sizes[page.relative_to(site).as_posix()] = (len(gzip.compress(content)), content)
    name, (size, content) = max(sizes.items(), key=lambda each: each[1][0])
    nodes = max(
        sum(1 for _ in parse(each.decode()).walk()) for _, each in sizes.values() if len(each) > len(content) // 2
    )
    return size, nodes, name


def main(argv: list[str]) -> int:
    """Measure each size in turn; 1 when one costs more than its limit."""
    parser = argparse.ArgumentParser(prog="tests.bench.objects")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(LIMITS))
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made: Path | None = None
        for size in parser.parse_args(argv).sizes:
            root = folder / str(size)
            write_project(root, size)
            if made is None:
                build(root, folder)
                made = folder / "made"
                shutil.copytree(root / "output" / HIDDEN / "made", made)
                shutil.rmtree(root / "output")
            shutil.copytree(made, root / "output" / HIDDEN / "made")
            full, again = build(root, folder), build(root, folder)
            weight, nodes, name = largest(root / "output" / "national")
            good = full <= LIMITS.get(size, full) and weight <= LARGEST and nodes <= NODES
            failed += not good
            print(
                f"{size:>6} objects: {full:.2f} s CPU (limit {LIMITS.get(size, 0):.0f}), unchanged {again:.2f} s, "
                f"largest page {weight / 1024:.1f} KB gz ({name}), {nodes} nodes{'' if good else '  TOO MUCH'}",
                flush=True,
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
