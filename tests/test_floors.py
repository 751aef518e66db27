"""The packages of plugins/ stand on floors, and imports point down only."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = {
    "publish": 5,
    **dict.fromkeys(("directory", "exhibitions", "search", "exports", "editing", "federation"), 4),
    "site": 3,
    "catalogue": 2,
    "records": 1,
    "languages": 0,
    "setup": -1,  # the standard library alone, before anything is installed
}
PELICAN_EDGE = {"plugins/site/generator.py", "plugins/site/commands.py"}


def test_imports_point_down() -> None:
    """No module imports from its own floor, but for its own package, or from one above it."""
    assert [
        f"{path} imports plugins.{package}"
        for path, modules in imports()
        for package in packages(modules)
        if package != path.parts[1] and FLOORS[package] >= FLOORS[path.parts[1]]
    ] == []


def test_pelican_is_met_at_the_edge_only() -> None:
    """Nothing but the boundary of the site floor knows Pelican."""
    knowing = {
        path.as_posix() for path, modules in imports() for module in modules if module.split(".")[0] == "pelican"
    }
    assert knowing == PELICAN_EDGE


def imports() -> Iterator[tuple[Path, list[str]]]:
    """Yield each module's path with the full names that it imports."""
    for path in sorted(ROOT.glob("plugins/*/**/*.py")):
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        nodes = [node for node in tree if isinstance(node, ast.Import | ast.ImportFrom)]
        prefix = {id(node): f"{node.module}." for node in nodes if isinstance(node, ast.ImportFrom)}
        yield path.relative_to(ROOT), [prefix.get(id(node), "") + each.name for node in nodes for each in node.names]


def packages(modules: list[str]) -> list[str]:
    """Return the packages of plugins/ among the imported names."""
    return [name.split(".")[1] for name in modules if name.startswith("plugins.")]
