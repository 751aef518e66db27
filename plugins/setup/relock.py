"""pyproject.toml and package.json → the lock files, with hashes and without any registry's address."""

from __future__ import annotations

from plugins.setup.packages import LOCKS, find_node, install_python_packages, search_path
from plugins.setup.system import ROOT, VENV, install

COMPILE = (
    *(VENV / "bin" / "uv", "pip", "compile", "--quiet", "--no-header", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--upgrade"),
)


def write_locks() -> None:
    """Write every lock file anew, with the newest versions that pyproject.toml and package.json allow."""
    install([*COMPILE, "pyproject.toml", "-o", relative("site")])
    for group in ("bench", "print", "node", "lock"):
        install([*COMPILE, "--group", group, "-c", relative("site"), "-o", relative(group)])
    known = ("-c", relative("site"), "-c", relative("print"))
    install([*COMPILE, "pyproject.toml", "--group", "test", *known, "-o", relative("test")])
    if find_node() is None:
        install_python_packages("node")
    install(["npm", "install", "--package-lock-only", "--ignore-scripts", "--loglevel=error"], {"PATH": search_path()})


def relative(name: str) -> str:
    """Return the lock file's path from the project's folder, as the files themselves quote it."""
    return str((LOCKS / f"{name}.txt").relative_to(ROOT))
