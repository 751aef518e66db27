"""Measure in Chromium how long a cold page takes to show ten titles, ours beside Pagefind's.

usage: python -m tests.bench.search_latency COUNT …

The network is slowed down to 150 ms a request and 1.6 Mbit/s; every query has a fresh profile.
"""

import gzip
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

from plugins.search.index import build_index
from plugins.search.scripts import browser_scripts
from plugins.setup.browser import find_browser
from plugins.setup.packages import NODE_MODULES
from tests.bench.search_corpus import make_records
from tests.bench.search_peers import run_pagefind
from tests.bench.search_queries import make_queries
from tests.browser.conftest import FLAGS
from tests.search.conftest import write_files

LATENCY = 150
BYTES_PER_SECOND = 1_600_000 / 8
QUERIES_PER_KIND = 3
DONE = "() => document.querySelectorAll('#search-results a').length > 0"
OURS = """<!doctype html><html lang="bg"><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self';
 require-trusted-types-for 'script'; trusted-types sredishte-search">
<script src="assets/search.js" defer></script>
<form data-search action="search.html"><input id="search-q" name="q"></form>
<p id="search-status"></p><ol id="search-results"></ol>
<template id="search-hit"><li><p><span class="hit__kind"></span></p><h2><a class="hit__link"></a></h2>
<p class="hit__text"></p></li></template>"""
PAGEFIND = """<!doctype html><html lang="bg"><meta charset="utf-8"><title>Search</title>
<ol id="search-results"></ol><script src="show.js" type="module"></script>"""
SHOW = """import * as pagefind from './pagefind/pagefind.js';
const { results } = await pagefind.search(new URLSearchParams(location.search).get('q'));
const best = await Promise.all(results.slice(0, 10).map((result) => result.data()));
document.getElementById('search-results').append(...best.map(({ url, meta }) => {
  const item = document.createElement('li');
  item.innerHTML = `<a href="${url}">${meta.title}</a>`;
  return item;
}));"""


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9)


class Handler(SimpleHTTPRequestHandler):
    """Serves files as a host does: kept connections, text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.directory) / unquote(urlsplit(self.path).path).lstrip("/")
        if not path.is_file():
            self.send_error(404)
            return
        text = path.suffix in {".js", ".html"}
        content = _compressed(path) if text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that http.server gives
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def wait_ms(browser: Browser, address: str) -> float:
    """Open an address in a fresh profile on a slow network; give the milliseconds until titles are there."""
    context = browser.new_context()
    try:
        page = context.new_page()
        network = context.new_cdp_session(page)
        conditions = {"offline": False, "latency": LATENCY, "uploadThroughput": BYTES_PER_SECOND}
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", {**conditions, "downloadThroughput": BYTES_PER_SECOND})
        page.goto(address, wait_until="commit")
        page.wait_for_function(DONE, polling="raf", timeout=8_000)
        return float(page.evaluate("performance.now()"))
    finally:
        context.close()


def prepare(count: int, folder: Path) -> list[str]:
    """Write both sites, and give the queries."""
    records = list(make_records(count))
    queries = [query for query in make_queries([fact for _, fact in records]) if not query.typing]
    run_pagefind([document for document, _ in records], queries[:1], folder / "pagefind")
    (folder / "pagefind" / "search.html").write_text(PAGEFIND, encoding="utf-8")
    (folder / "pagefind" / "show.js").write_text(SHOW, encoding="utf-8")
    write_files(folder / "ours" / "search", build_index((document for document, _ in records), "bg").files)
    write_files(folder / "ours" / "assets", browser_scripts(NODE_MODULES))
    (folder / "ours" / "search.html").write_text(OURS, encoding="utf-8")
    kinds = dict.fromkeys(query.kind for query in queries)
    return [q.text for kind in kinds for q in [q for q in queries if q.kind == kind][:QUERIES_PER_KIND]]


def measure(count: int, browser: Browser, folder: Path) -> None:
    """Print the medians for `count` records; a query that finds nothing is left out."""
    queries = prepare(count, folder)
    for name in ("ours", "pagefind"):
        waits = []
        with serve(folder / name) as root:
            for query in queries:
                try:
                    waits.append(wait_ms(browser, f"{root}search.html?q={quote(query)}"))
                except TooLate:
                    continue
        print(f"{count} records, {name}: {statistics.median(waits):.0f} ms to ten titles ({len(waits)} queries)")


def main() -> None:
    """Measure every size that is asked for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for count in map(int, sys.argv[1:] or ["500", "5000"]):
            with tempfile.TemporaryDirectory() as folder:
                measure(count, browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
