"""Measure in Chromium how long a cold search takes to show ten titles, ours beside Pagefind's: typed, and by a link.

The network is slowed down to 150 ms a request and 1.6 Mbit/s, and every try has a fresh profile. Both searches are
asked on the search page of a built site, with its styles: a typed query from its key on the page that is there with
its fonts, a link from its opening. The same queries are asked each time, some of each kind, once, and the median
counts. The processor's part is told apart, as the time of the page's main thread.
"""

import gzip
import html
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

from plugins.setup.browser import find_browser
from tests.bench.search_queries import Query
from tests.browser.visit import FLAGS

LATENCY = 150
BYTES_PER_SECOND = 1_600_000 / 8
QUERIES_PER_KIND = 2
TRIES = f"{QUERIES_PER_KIND} queries of a kind once each"
PATIENCE = 8_000
# both searches put all their titles there at once, ten if there are so many
DONE = "() => window.painted"
# told by the page itself, when the frame with the titles is painted: to ask it takes time on a busy machine
CLOCK = """new MutationObserver((_, observer) => {
  if (!document.querySelector('#search-results a')) return;
  observer.disconnect();
  requestAnimationFrame(() => (window.painted = performance.now()));
}).observe(document, { childList: true, subtree: true });"""
# somebody who types sees the page: its scripts and its fonts have come
READY = "async () => { await document.fonts.ready; return document.readyState === 'complete'; }"
SHOW = """async function ask(text) {
  const pagefind = await import('./pagefind/pagefind.js');
  const { results } = await pagefind.search(text);
  const best = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  document.getElementById('search-results').append(...best.map(({ url, meta }) => {
    const item = document.createElement('li');
    item.innerHTML = `<a href="${url}">${meta.title}</a>`;
    return item;
  }));
}
const asked = new URLSearchParams(location.search).get('q');
if (asked) ask(asked);
const input = document.getElementById('search-q');
input.addEventListener('input', () => ask(input.value), { once: true });"""
TYPE = """(text) => {
  const input = document.getElementById('search-q');
  window.asked = performance.now();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}"""
_SCRIPT = re.compile(r'<script src="[^"]*search-page[^>]*></script>')
_TERMS = re.compile(r' data-terms="[^"]*"')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


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
        text = path.suffix in {".css", ".html", ".js", ".svg"}
        content = _compressed(path) if text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        # the titles are there, and the page with what it still fetches is closed
        with suppress(ConnectionError):
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


class Wait(NamedTuple):
    """Milliseconds until titles are there, and those that the page's main thread worked."""

    total: float
    cpu: float


@contextmanager
def slow_page(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """Open a page with a fresh profile on a slow network."""
    context = browser.new_context()
    try:
        page = context.new_page()
        network = context.new_cdp_session(page)
        conditions = {"offline": False, "latency": LATENCY, "uploadThroughput": BYTES_PER_SECOND}
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", {**conditions, "downloadThroughput": BYTES_PER_SECOND})
        page.add_init_script(CLOCK)
        yield page, network
    finally:
        context.close()


def open_link(page: Page, root: str, text: str) -> float:
    """Open the search page with a query, and give the milliseconds until titles are there."""
    page.goto(f"{root}search.html?q={quote(text)}", wait_until="commit")
    page.wait_for_function(DONE, timeout=PATIENCE)
    return float(page.evaluate("window.painted"))


def type_query(page: Page, root: str, text: str) -> float:
    """Type a query on the open search page, and give the milliseconds until titles are there."""
    page.goto(f"{root}search.html", wait_until="load")
    page.wait_for_function(READY, timeout=PATIENCE)
    page.evaluate(TYPE, text)
    page.wait_for_function(DONE, timeout=PATIENCE)
    return float(page.evaluate("window.painted - window.asked"))


def wait(browser: Browser, root: str, text: str, *, typed: bool) -> Wait | None:
    """Ask in a fresh profile and wait for titles, if they come."""
    with slow_page(browser) as (page, network):
        network.send("Performance.enable", {"timeDomain": "threadTicks"})
        try:
            total = (type_query if typed else open_link)(page, root, text)
        except TooLate:
            return None
        metrics = {metric["name"]: metric["value"] for metric in network.send("Performance.getMetrics")["metrics"]}
        return Wait(total, metrics["TaskDuration"] * 1000)


def write_pages(folder: Path, site: Path, terms: str) -> None:
    """Put the search page of a built site beside the index of each search; `terms` is what ours says of its index."""
    page = (site / "search.html").read_text(encoding="utf-8")
    for part in ("ours", "pagefind"):
        shutil.copytree(site / "assets", folder / part / "assets", dirs_exist_ok=True)
    told = _TERMS.sub("", page).replace(" async ", f' data-terms="{html.escape(terms)}" async ' if terms else " async ")
    (folder / "ours" / "search.html").write_text(told, encoding="utf-8")
    theirs = _POLICY.sub("", _SCRIPT.sub('<script src="show.js" type="module"></script>', page))
    (folder / "pagefind" / "search.html").write_text(theirs, encoding="utf-8")
    (folder / "pagefind" / "show.js").write_text(SHOW, encoding="utf-8")


def choose_queries(queries: Sequence[Query]) -> list[Query]:
    """Give the queries that are asked: of each kind, but those half typed, some that lie evenly among the others."""
    chosen = []
    for kind in dict.fromkeys(query.kind for query in queries if not query.typing):
        own = [query for query in queries if query.kind == kind]
        chosen += own[:: len(own) // QUERIES_PER_KIND][:QUERIES_PER_KIND]
    return chosen


def measure_waits(texts: Mapping[str, Sequence[str]], folder: Path, *, typed: bool) -> dict[str, list[Wait]]:
    """Give for ours and for Pagefind the waits of the queries of each, which find something."""
    waits: dict[str, list[Wait]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for name, part in (("ours", "ours"), ("Pagefind", "pagefind")):
            with serve(folder / part) as root:
                found = [wait(browser, root, text, typed=typed) for text in texts[name]]
            waits[name] = [one for one in found if one is not None]
        browser.close()
    return waits
