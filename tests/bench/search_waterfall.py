"""Show where the time of a link to the search goes: each request, when it was sent and ended, its bytes and priority.

usage: python -m tests.bench.search_waterfall FOLDER QUERY …   (the folder of a built site)
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from plugins.setup.browser import find_browser
from tests.bench.search_latency import open_link, serve, slow_page
from tests.browser.visit import FLAGS

# milliseconds in which the filters and the fonts come, after the titles
AFTER = 1500


def requests_of(browser: Browser, root: str, text: str) -> Iterator[str]:
    """Open a link and yield a line for the titles, then one for each request."""
    seen: dict[str, dict[str, Any]] = {}

    def begin(event: dict[str, Any]) -> None:
        seen[event["requestId"]] = event

    def end(event: dict[str, Any]) -> None:
        seen[event["requestId"]].update(end=event["timestamp"], bytes=event["encodedDataLength"])

    with slow_page(browser) as (page, network):
        network.on("Network.requestWillBeSent", begin)
        network.on("Network.loadingFinished", end)
        painted = open_link(page, root, text)
        page.wait_for_timeout(AFTER)
    start = min(one["timestamp"] for one in seen.values())
    yield f"{text}: titles after {painted:.0f} ms"
    for one in sorted(seen.values(), key=lambda one: float(one["timestamp"])):
        times = [(moment - start) * 1000 for moment in (one["timestamp"], one.get("end", start))]
        name = one["request"]["url"].removeprefix(root).partition("?")[0]
        asked = one["request"]["initialPriority"]
        yield f"  {times[0]:6.0f} – {times[1]:6.0f} ms {one.get('bytes', 0):7.0f} B  {asked:8}  {name}"


def main() -> None:
    """Print a table for each query."""
    folder, *texts = sys.argv[1:]
    with sync_playwright() as playwright, serve(Path(folder)) as root:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for text in texts:
            print("\n".join(requests_of(browser, root, text)))
        browser.close()


if __name__ == "__main__":
    main()
