"""JavaScript run by Node.js, for tests that compare it with Python or use npm's checkers."""

import json
import subprocess
from pathlib import Path

from plugins.setup.packages import NODE_MODULES, find_node


def run_node(*arguments: str | Path, text: str = "") -> str:
    """Run `node ARGUMENTS` with the text as its input and return what it prints; fail with its own words."""
    node = find_node()
    assert node, "no Node.js: `make test` installs it"
    done = subprocess.run(
        [node, *arguments], input=text, cwd=NODE_MODULES.parent, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run_script(source: str, value: object) -> object:
    """Run a CommonJS script, in which `value` is the given value; return the value that it prints as JSON."""
    return json.loads(
        run_node(
            "-e", f"const value = JSON.parse(require('fs').readFileSync(0, 'utf-8'));{source}", text=json.dumps(value)
        )
    )
