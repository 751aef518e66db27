"""Build and ask three searches over the same invented records: ours, Pagefind's and lunr.js as it comes."""

import html
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.search.document import Document, Passage
from plugins.search.scripts import browser_scripts
from plugins.setup.packages import NODE_MODULES
from tests.bench.search_queries import Query
from tests.node import run_node
from tests.search.conftest import write_files
from tests.search.page import write_page

HERE = Path(__file__).parent
PAGEFIND = NODE_MODULES / "pagefind/lib/runner/bin.cjs"


@dataclass(frozen=True, slots=True)
class Run:
    """What a search costs to build (CPU seconds, MB, files, bytes) and what it answers, query by query."""

    name: str
    build: float
    memory: int
    files: int
    bytes: int
    answers: list[dict[str, Any]]
    # CPU seconds after one record has changed, and how many files that writes; a peer builds everything again
    changed: float = 0.0
    written: int = 0
    # what our search page says about its index
    terms: str = ""


def _typed(queries: Sequence[Query]) -> list[dict[str, object]]:
    return [{"text": query.text, "typing": query.typing} for query in queries]


def run_ours(count: int, queries: Sequence[Query], folder: Path) -> Run:
    """Build our index in a process of its own, and ask it."""
    shards = folder / "search"
    command = [sys.executable, "-m", "tests.bench.search_build", str(count), str(shards)]
    built = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    scripts = write_files(folder / "assets", browser_scripts(NODE_MODULES))
    asked = json.dumps({"queries": _typed(queries), "terms": built["terms"]})
    answers = json.loads(run_node(HERE / "search_ask.cjs", scripts, shards, text=asked))
    write_page(folder, built["terms"])
    costs = (built["build"], built["memory"], *_weigh(shards))
    return Run("ours", *costs, answers, built["changed"], built["written"], built["terms"])


def run_pagefind(documents: Sequence[Document], queries: Sequence[Query], folder: Path) -> Run:
    """Write the records as pages, let Pagefind index them, and ask it."""
    (folder / "organisations").mkdir(parents=True)
    for document in documents:
        (folder / document.url).write_text(_page(document), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run_node(PAGEFIND, "--site", folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    build = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    answers = json.loads(run_node(HERE / "search_pagefind.cjs", folder, text=json.dumps(_typed(queries))))
    return Run("Pagefind", build, after.ru_maxrss >> 10, *_weigh(folder / "pagefind"), answers, build)


def run_lunr(documents: Sequence[Document], queries: Sequence[Query]) -> Run:
    """Let lunr.js index the same fields with its own pipeline, and ask it."""
    fields = [
        {"url": document.url, **{name: _joined(value) for name, value in _fields(document)}} for document in documents
    ]
    done = json.loads(
        run_node(HERE / "search_lunr.cjs", text=json.dumps({"documents": fields, "queries": _typed(queries)}))
    )
    return Run("lunr.js", done["build"], done["memory"], 1, done["bytes"], done["answers"], done["build"])


def _fields(document: Document) -> Sequence[tuple[str, tuple[Passage, ...]]]:
    return (
        ("title", (document.title,)),
        ("names", document.names),
        ("places", document.places),
        ("topics", document.topics),
        ("text", document.text),
    )


def _joined(passages: Sequence[Passage]) -> str:
    return " ".join(text for text, _ in passages)


def _page(document: Document) -> str:
    name = html.escape(document.title[0])
    rest = [passage for _, passages in _fields(document)[1:] for passage in passages]
    paragraphs = "".join(f'<p lang="{lang}">{html.escape(text)}</p>' for text, lang in rest)
    return (
        f'<!doctype html><html lang="bg"><title>{name}</title>'
        f"<main data-pagefind-body><h1>{name}</h1>{paragraphs}</main></html>"
    )


def _weigh(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
