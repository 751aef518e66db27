"""Make the scripts of the search: the box of every page, and what it fetches on the first key.

lunr and the Turkish stemmer come from their npm packages as they are; our own scripts are put
one after the other, after the tables of plugins/languages, and lose their comments.
"""

import json
from pathlib import Path

import rjsmin  # type: ignore[import-untyped]  # the package has no types

from plugins.languages.folding import TABLE as FOLDING
from plugins.languages.stemming import TABLE as STEMMER
from plugins.languages.tokens import stop_words
from plugins.languages.transliteration import transliteration_tables
from plugins.search.shards import content_hash

FOLDER = Path(__file__).parent / "browser"
BOX = "search.js"
ENGINE = (
    "codec.js",
    "words.js",
    "latin.js",
    "sharded.js",
    "query.js",
    "ranking.js",
    "engine.js",
    "pieces.js",
    "suggestions.js",
    "results.js",
    "begin.js",
)
LUNR = "lunr/lunr.min.js"
TURKISH = "@orama/stemmers/dist/tr.cjs"


def browser_scripts(packages: Path) -> dict[str, bytes]:
    """Give file name → content: the box, which pages include, and what it fetches, named by content.

    `packages` is the folder of npm packages.
    """
    fetched = {
        "search-engine.js": engine_script(),
        "lunr.js": (packages / LUNR).read_bytes(),
        "turkish.js": turkish_script((packages / TURKISH).read_text(encoding="utf-8")),
    }
    box = (FOLDER / "box.js").read_text(encoding="utf-8")
    files = {}
    for name, content in fetched.items():
        hashed = f"{name.removesuffix('.js')}.{content_hash(content)}.js"
        files[hashed] = content
        box = box.replace(f"'{name}'", f"'{hashed}'")
    return {BOX: _without_comments(box), **files}


def engine_script() -> bytes:
    """Join the tables and the scripts of the engine, in the order in which they build on each other."""
    parts = [f"const searchTables={_tables()};\n"]
    parts += [(FOLDER / name).read_text(encoding="utf-8") for name in ENGINE]
    return _without_comments("\n".join(parts))


def turkish_script(module: str) -> bytes:
    """Let a CommonJS module run as a classic script, under a name of its own."""
    return f"const sredishteTurkish=(()=>{{const exports={{}};{module}\nreturn exports}})();\n".encode()


def _without_comments(script: str) -> bytes:
    return str(rjsmin.jsmin(script)).encode()


def _tables() -> str:
    law = transliteration_tables()
    tables = {
        "stemmer": json.loads(STEMMER.read_text(encoding="utf-8")),
        "folding": json.loads(FOLDING.read_text(encoding="utf-8")),
        "stopWords": sorted(stop_words()),
        "transliteration": {name: law[name] for name in ("typed", "keyboards", "skeleton")},
    }
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
