"""Lock files → installed packages: Python's in .venv, npm's in node_modules, each once.

A stamp keeps the fingerprint of what was installed, so that a second run does nothing and asks no network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from plugins.setup.system import ROOT, STAMPS, VENV, attempt, install, install_system_package
from plugins.setup.words import SetupError, say, sentence

LOCKS = Path(__file__).resolve().parent / "locks"
PYTHON = VENV / "bin" / "python"
OLDEST_NODE = (20, 19)
NODE_MODULES = ROOT / "node_modules"
INCLUDED_IN = {"site": "test", "print": "test"}  # whoever has the tests' packages has the others'
NPM_INPUTS = ("package.json", "package-lock.json", ".npmrc")


def prepare_python() -> None:
    """Make .venv, unless it is there, works, and was made for this folder."""
    stamp = STAMPS / "folder"
    if PYTHON.exists() and has_stamp(stamp, str(ROOT)):
        return
    say("Preparing Python's own folder, {folder} …", folder=VENV.name)
    command: list[str | Path] = [sys.executable, "-m", "venv", "--clear", VENV]
    if not attempt(command) and not (install_system_package("python3-venv") and attempt(command)):
        raise SetupError(
            sentence(
                "Python cannot make its own folder here. Install the package python3-venv and run the command again."
            )
        )
    write_stamp(stamp, str(ROOT))


def install_python_packages(group: str) -> None:
    """Install the packages of locks/GROUP.txt into .venv; each file's hash is checked."""
    prepare_python()
    if is_installed(group) or is_installed(INCLUDED_IN.get(group, group)):
        return
    lock = LOCKS / f"{group}.txt"
    if group == "node":
        say("Installing Node.js, which this machine lacks (once) …")
    else:
        say("Installing the Python packages of {name} (once, about a minute) …", name=lock.name)
    install([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", lock])
    write_stamp(STAMPS / group, fingerprint(lock))


def is_installed(group: str) -> bool:
    """Tell whether .venv has the packages of locks/GROUP.txt as it is now."""
    return has_stamp(STAMPS / group, fingerprint(LOCKS / f"{group}.txt"))


def install_npm_packages(*, development: bool) -> None:
    """Install package-lock.json's packages, with those for tests if asked or had before; nothing of theirs is run."""
    stamp = NODE_MODULES / ".sredishte"
    wanted = fingerprint(*(ROOT / name for name in NPM_INPUTS))
    had, kind = stamp.read_text(encoding="utf-8").split() if stamp.is_file() else ("", "site")
    if had == wanted and (kind == "test" or not development):
        return
    if find_node() is None:
        install_python_packages("node")
    say("Installing the npm packages (once) …")
    kind = "test" if development else kind
    omit = ["--omit=dev"] if kind == "site" else []
    install(["npm", "ci", "--ignore-scripts", "--loglevel=error", *omit], {"PATH": search_path()})
    write_stamp(stamp, f"{wanted} {kind}")


def find_node() -> str | None:
    """Return the path of a Node.js that is new enough and has npm: .venv's, else the machine's."""
    node = shutil.which("node", path=search_path())
    if node is None or shutil.which("npm", path=search_path()) is None:
        return None
    printed = subprocess.run([node, "--version"], capture_output=True, encoding="utf-8", check=False).stdout
    version = tuple(int(part) for part in printed.strip().removeprefix("v").split(".")[:2] if part.isdigit())
    return node if version >= OLDEST_NODE else None


def search_path() -> str:
    """Return PATH with .venv's programs first: its Node.js is there only where the machine has none that will do."""
    return os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", os.defpath)])


def fingerprint(*files: Path) -> str:
    """Return the hash of the files' bytes."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def has_stamp(stamp: Path, content: str) -> bool:
    """Tell whether the stamp says exactly this."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == content


def write_stamp(stamp: Path, content: str) -> None:
    """Note that something is installed."""
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(content, encoding="utf-8")
