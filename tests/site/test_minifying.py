"""Minified scripts keep what other scripts and readers need."""

from pathlib import Path

import pytest

from plugins.setup.packages import NODE_MODULES
from plugins.site.minifying import minify_scripts

SCRIPT = """// a comment
/** @param {string} name */
function greet(name) {
  /* why */
  const greeting = `Здравей, ${name}`;
  return greeting + '\\u044f';
}
class Greeter {}
const greeted = greet('İbrahim');
"""


def test_names_at_the_top_and_letters_stay() -> None:
    """Comments and the names inside a function go."""
    made = minify_scripts(NODE_MODULES, {"greet.js": SCRIPT})["greet.js"].decode()
    assert made == ('function greet(e){return`Здравей, ${e}`+"я"}class Greeter{}const greeted=greet("İbrahim");\n')


def test_the_program_of_another_system_is_left_alone(tmp_path: Path) -> None:
    """Machines of several systems may share a folder of packages."""
    # so many that the first one in the folder is hardly this machine's
    for number in range(40):
        program = tmp_path / "@esbuild" / f"other-{number}" / "bin" / "esbuild"
        program.parent.mkdir(parents=True)
        program.write_text("not for here", encoding="utf-8")
    for folder in (NODE_MODULES / "@esbuild").iterdir():
        (tmp_path / "@esbuild" / folder.name).symlink_to(folder)
    assert minify_scripts(tmp_path, {"one.js": "const one = 1;"}) == {"one.js": b"const one=1;\n"}


def test_a_missing_program_is_named(tmp_path: Path) -> None:
    """The error says what was looked for and where."""
    with pytest.raises(FileNotFoundError, match=r"@esbuild/\*/bin/esbuild"):
        minify_scripts(tmp_path, {"one.js": "const one = 1;"})
