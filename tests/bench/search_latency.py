"""Measure in Chromium how long a cold search takes to show ten titles, ours beside Pagefind's: typed, and by a link.

The network is slowed down to 150 ms a request and 1.6 Mbit/s; every query has a fresh profile. A typed query is
measured from its key on a page that is open, a link from its opening. Each is asked twice and the quicker time
counts, for each search: what else runs on the machine only adds. The processor's part is told apart, as the time of
the page's main thread.
"""

import gzip
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

from plugins.setup.browser import find_browser
from tests.bench.search_queries import Query
from tests.browser.visit import FLAGS

LATENCY = 150
BYTES_PER_SECOND = 1_600_000 / 8
QUERIES_PER_KIND = 2
TIMES = 2
DONE = "() => window.painted"
# told by the page itself, when the frame with the titles is painted: to ask it takes time on a busy machine
CLOCK = """new MutationObserver((_, observer) => {
  if (!document.querySelector('#search-results a')) return;
  observer.disconnect();
  requestAnimationFrame(() => (window.painted = performance.now()));
}).observe(document, { childList: true, subtree: true });"""
PAGEFIND = """<!doctype html><html lang="bg"><meta charset="utf-8"><title>Search</title>
<input id="search-q"><ol id="search-results"></ol><script src="show.js" type="module"></script>"""
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


class Wait(NamedTuple):
    """Milliseconds until titles are there, and those that the page's main thread worked."""

    total: float
    cpu: float


def wait(browser: Browser, root: str, text: str, *, typed: bool) -> Wait | None:
    """Ask in a fresh profile on a slow network and wait for titles, if they come."""
    context = browser.new_context()
    try:
        page = context.new_page()
        network = context.new_cdp_session(page)
        conditions = {"offline": False, "latency": LATENCY, "uploadThroughput": BYTES_PER_SECOND}
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", {**conditions, "downloadThroughput": BYTES_PER_SECOND})
        network.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.add_init_script(CLOCK)
        if typed:
            page.goto(f"{root}search.html", wait_until="networkidle")
            page.evaluate(TYPE, text)
        else:
            page.goto(f"{root}search.html?q={quote(text)}", wait_until="commit")
        page.wait_for_function(DONE, timeout=8_000)
        total = float(page.evaluate("window.painted - (window.asked ?? 0)"))
        metrics = {metric["name"]: metric["value"] for metric in network.send("Performance.getMetrics")["metrics"]}
        return Wait(total, metrics["TaskDuration"] * 1000)
    except TooLate:
        return None
    finally:
        context.close()


def write_pages(folder: Path) -> None:
    """Put a search page beside the index of each search that is in the folder."""
    (folder / "pagefind" / "search.html").write_text(PAGEFIND, encoding="utf-8")
    (folder / "pagefind" / "show.js").write_text(SHOW, encoding="utf-8")


def measure_waits(queries: Sequence[Query], folder: Path, *, typed: bool) -> dict[str, list[Wait]]:
    """Give for ours and for Pagefind the waits of some queries of each kind; one that finds nothing is left out."""
    write_pages(folder)
    whole = [query for query in queries if not query.typing]
    kinds = dict.fromkeys(query.kind for query in whole)
    asked = [q.text for kind in kinds for q in [q for q in whole if q.kind == kind][:QUERIES_PER_KIND]]
    waits: dict[str, list[Wait]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for name, part in (("ours", "ours"), ("Pagefind", "pagefind")):
            with serve(folder / part) as root:
                tries = ([wait(browser, root, text, typed=typed) for _ in range(TIMES)] for text in asked)
                waits[name] = [min(found) for each in tries if (found := [one for one in each if one is not None])]
        browser.close()
    return waits
