"""Make scripts short with esbuild: no comments, and one-letter names for what a function keeps to itself."""

import platform
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

# npm installs the one for this machine; it is a program of its own and needs no Node.js
PROGRAM = "@esbuild/*/bin/esbuild"
# what npm calls processors
PROCESSORS = {"x86_64": "x64", "aarch64": "arm64"}
OPTIONS = ("--minify", "--charset=utf8", "--log-level=error")


def gather_scripts(theme: Path, packages: Path) -> dict[str, bytes]:
    """Give the scripts of the theme's components, file name → bytes."""
    found = sorted((theme / "components").glob("*/*.js"))
    return minify_scripts(packages, {path.name: path.read_text(encoding="utf-8") for path in found}) if found else {}


def minify_scripts(packages: Path, scripts: Mapping[str, str]) -> dict[str, bytes]:
    """Give each script (file name → text) minified; `packages` is the folder of npm packages.

    Names at the top of a script stay, for other scripts may use them. Errors: FileNotFoundError without esbuild,
    CalledProcessError for what is no JavaScript.
    """
    program = _find_program(packages)
    with TemporaryDirectory() as folder:
        written = Path(folder, "written")
        written.mkdir()
        for name, script in scripts.items():
            (written / name).write_text(script, encoding="utf-8")
        subprocess.run(
            [program, *(written / name for name in scripts), *OPTIONS, f"--outdir={folder}", f"--outbase={written}"],
            check=True,
        )
        return {name: Path(folder, name).read_bytes() for name in scripts}


def _find_program(packages: Path) -> Path:
    """Find this machine's esbuild; where machines share a folder, those of the others lie beside it."""
    machine = platform.machine()
    name = f"{sys.platform}-{PROCESSORS.get(machine, machine)}"
    found = sorted(packages.glob(PROGRAM), key=lambda program: (program.parts[-3] != name, program))
    if not found:
        raise FileNotFoundError(packages / PROGRAM)
    return found[0]
