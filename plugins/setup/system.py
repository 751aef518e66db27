"""Run the programs that install things, and show what they say only when they fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.setup.words import SetupError, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"


def attempt(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> bool:
    """Run a command quietly in the project's folder; if it fails, print what it said and return False."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0


def install(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> None:
    """Run a command that fetches packages; raise SetupError if it fails."""
    if not attempt(command, environment):
        raise SetupError(
            sentence(
                "The packages could not be installed; the lines above say why. "
                "Check the internet connection and try again."
            )
        )


def install_system_package(name: str) -> bool:
    """Install a package of Debian or Ubuntu if this person may; return whether it is there now."""
    rights = administrator()
    if rights is None or shutil.which("apt-get") is None:
        return False
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    return attempt([*rights, "apt-get", "update", "-qq"], quiet) and attempt(
        [*rights, "apt-get", "install", "-y", "-qq", "--no-install-recommends", name], quiet
    )


def administrator() -> list[str] | None:
    """Return what to put before a command that needs root: nothing, sudo, or None where there is no way."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None
