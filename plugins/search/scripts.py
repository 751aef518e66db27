"""Make the scripts of the search: the box of every page, the start of its own page, and what they fetch.

lunr and the Turkish stemmer come from their npm packages as they are. Our own scripts are put one
after the other by when they are needed, after the tables of plugins/languages, and minified.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from plugins.languages.folding import TABLE as FOLDING
from plugins.languages.stemming import TABLE as STEMMER
from plugins.languages.tokens import stop_words
from plugins.languages.transliteration import transliteration_tables
from plugins.search.shards import content_hash
from plugins.site.minifying import minify_scripts

FOLDER = Path(__file__).parent / "browser"
BOX = "search.js"
# what the search page includes instead: one file, because every file is a request
PAGE = "search-page.js"
PAGE_PARTS = ("box.js", "expected.js", "results.js", "page.js")
# what is fetched, and the scripts that it is made of
ENGINE_FILE = "search-engine.js"
ENGINE = ("codec.js", "words.js", "sharded.js", "query.js", "ranking.js", "engine.js", "pieces.js", "begin.js")
GUESSES = ("latin.js", "repairs.js", "guesses.js")
FILTERS = ("facets.js", "filters.js")
LUNR = "lunr/lunr.min.js"
TURKISH = "@orama/stemmers/dist/tr.cjs"


def browser_scripts(packages: Path) -> dict[str, bytes]:
    """Give file name → content: what pages include, and what that fetches, named by content.

    `packages` is the folder of npm packages.
    """
    made = minify_scripts(
        packages,
        {
            BOX: _join("box.js"),
            PAGE: page_script(),
            ENGINE_FILE: engine_script(),
            "search-guesses.js": guesses_script(),
            "search-filters.js": _join(*FILTERS),
            "search-suggestions.js": _join("suggestions.js"),
        },
    )
    pages = {name: made.pop(name) for name in (BOX, PAGE)}
    engine = made.pop(ENGINE_FILE)
    made["lunr.js"] = (packages / LUNR).read_bytes()
    made["turkish.js"] = turkish_script((packages / TURKISH).read_text(encoding="utf-8"))
    names = {name: _hashed(name, content) for name, content in made.items()}
    engine = name_files(engine, names)
    names[ENGINE_FILE] = _hashed(ENGINE_FILE, engine)
    return {
        **{name: name_files(content, names) for name, content in pages.items()},
        names[ENGINE_FILE]: engine,
        **{names[name]: content for name, content in made.items()},
    }


def _hashed(name: str, content: bytes) -> str:
    return f"{name.removesuffix('.js')}.{content_hash(content)}.js"


def name_files(script: bytes, names: Mapping[str, str]) -> bytes:
    """Write the names of files, as they stand in a script, by their content; raise ValueError for one left bare."""
    for name, hashed in names.items():
        script = script.replace(f'"{name}"'.encode(), f'"{hashed}"'.encode())
        if name.encode() in script:
            raise ValueError(name)
    return script


def page_script() -> str:
    """Make the script of the search page, which guesses what is typed in Latin letters by the likeliest of each."""
    tables = transliteration_tables()
    typed = cast("Mapping[str, Mapping[str, float]]", tables["typed"])
    likely = {
        latin: min(meant, key=lambda letters: meant[letters]) for latin, meant in typed.items() if latin.isascii()
    }
    letters = {latin: meant for latin, meant in likely.items() if len(latin) == len(meant) == 1}
    # the longest first; what is less likely than its letters one by one is left out
    sequences = {
        latin: likely[latin]
        for latin in sorted(likely, key=len, reverse=True)
        if len(latin) > 1 and typed[latin][likely[latin]] == 0
    }
    skeleton = tables["skeleton"]
    consonants = {letter: consonant for letter, consonant in skeleton["letters"].items() if consonant}
    guess = {
        "sequences": sequences,
        "letters": _as_strings(letters),
        "merged": skeleton["merged"],
        "consonants": _as_strings(consonants),
    }
    return _join(*PAGE_PARTS, constant="searchGuess", value=guess)


def _as_strings(letters: Mapping[str, str]) -> list[str]:
    return ["".join(letters), "".join(letters.values())]


def engine_script() -> str:
    """Make the script that answers queries whose words the index has: its tables, then its parts."""
    tables = {
        "stemmer": json.loads(STEMMER.read_text(encoding="utf-8")),
        "folding": json.loads(FOLDING.read_text(encoding="utf-8")),
        "stopWords": sorted(stop_words()),
    }
    return _join(*ENGINE, constant="searchTables", value=tables)


def guesses_script() -> str:
    """Make the script for words in Latin letters and words that the index has not."""
    tables = transliteration_tables()
    spellings = {name: tables[name] for name in ("typed", "keyboards", "skeleton")}
    return _join(*GUESSES, constant="searchSpellings", value=spellings)


def _join(*names: str, constant: str = "", value: object = None) -> str:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    parts = [f"const {constant}={written};"] if constant else []
    return "\n".join([*parts, *((FOLDER / name).read_text(encoding="utf-8") for name in names)])


def turkish_script(module: str) -> bytes:
    """Let a CommonJS module run as a classic script, under a name of its own."""
    return f"const sredishteTurkish=(()=>{{const exports={{}};{module}\nreturn exports}})();\n".encode()
