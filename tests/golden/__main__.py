"""Write the golden site anew: `python -m tests.golden`."""

import shutil
import tempfile
from pathlib import Path

from tests.golden.site import EXPECTED, build_site

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        files = build_site(Path(folder))
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in files.items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_text(text, encoding="utf-8", newline="")
