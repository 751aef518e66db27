"""A small web server on this machine's loopback that shows a folder under any base path."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, base: str, directory: str) -> None:
        self.base = base
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # the server's three, passed on

    def send_head(self) -> object:  # type: ignore[override]  # an open file or None, as in the base class
        if not self.path.startswith(self.base):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self.path = "/" + self.path.removeprefix(self.base)
        return super().send_head()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve the folder under the base path (with a slash at both ends) and yield the address of its root."""
    handler = partial(_Handler, base=base, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()
