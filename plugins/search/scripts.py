"""Make the scripts of the search: the box of every page, the start of its own page, and what they fetch.

lunr and the Turkish stemmer come from their npm packages as they are. Our own scripts are put one
after the other by when they are needed, after the tables of plugins/languages, without comments.
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
# what the search page includes besides
PAGE = "search-page.js"
# what the box fetches: file name → the scripts that it is made of
ENGINE = ("codec.js", "words.js", "sharded.js", "query.js", "ranking.js", "engine.js", "pieces.js", "begin.js")
GUESSES = ("latin.js", "repairs.js")
LUNR = "lunr/lunr.min.js"
TURKISH = "@orama/stemmers/dist/tr.cjs"


def browser_scripts(packages: Path) -> dict[str, bytes]:
    """Give file name → content: what pages include, and what that fetches, named by content.

    `packages` is the folder of npm packages.
    """
    fetched = {
        "search-engine.js": engine_script(),
        "search-guesses.js": guesses_script(),
        "search-results.js": _join("results.js"),
        "search-filters.js": _join("filters.js"),
        "search-suggestions.js": _join("suggestions.js"),
        "lunr.js": (packages / LUNR).read_bytes(),
        "turkish.js": turkish_script((packages / TURKISH).read_text(encoding="utf-8")),
    }
    box = (FOLDER / "box.js").read_text(encoding="utf-8")
    files = {}
    for name, content in fetched.items():
        hashed = f"{name.removesuffix('.js')}.{content_hash(content)}.js"
        files[hashed] = content
        box = box.replace(f"'{name}'", f"'{hashed}'")
    return {BOX: _without_comments(box), PAGE: _join("page.js"), **files}


def engine_script() -> bytes:
    """Make the script that answers queries whose words the index has: its tables, then its parts."""
    tables = {
        "stemmer": json.loads(STEMMER.read_text(encoding="utf-8")),
        "folding": json.loads(FOLDING.read_text(encoding="utf-8")),
        "stopWords": sorted(stop_words()),
    }
    return _join(*ENGINE, constant="searchTables", value=tables)


def guesses_script() -> bytes:
    """Make the script for words in Latin letters and words that the index has not."""
    tables = transliteration_tables()
    spellings = {name: tables[name] for name in ("typed", "keyboards", "skeleton")}
    return _join(*GUESSES, constant="searchSpellings", value=spellings)


def _join(*names: str, constant: str = "", value: object = None) -> bytes:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    parts = [f"const {constant}={written};"] if constant else []
    return _without_comments("\n".join([*parts, *((FOLDER / name).read_text(encoding="utf-8") for name in names)]))


def turkish_script(module: str) -> bytes:
    """Let a CommonJS module run as a classic script, under a name of its own."""
    return f"const sredishteTurkish=(()=>{{const exports={{}};{module}\nreturn exports}})();\n".encode()


def _without_comments(script: str) -> bytes:
    return str(rjsmin.jsmin(script)).encode()
