"""What `make serve` does: show the built sites in the browser of this machine."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.site.commands import built_sites
from plugins.site.speech import Say


def serve(output: Path, port: int, say: Say) -> int:
    """Serve the sites on this machine only, until the person at the keyboard stops it."""
    sites = list(built_sites(output))
    if not sites:
        print(say("There is no site in {where} yet. Run `make site` first.", where=output), file=sys.stderr)
        return 1
    handler = partial(_Quiet, directory=str(output))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        for site in sites:
            print(f"  http://127.0.0.1:{server.server_port}/{site}/index.html")
        print(say("Stop with Ctrl+C."), flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""
