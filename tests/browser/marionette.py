"""Firefox, driven over Marionette, the protocol that it speaks itself: no further program is needed.

A message is its length, a colon and JSON: [0, number, command, parameters] goes out,
[1, number, error, result] comes back.
"""

import json
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60.0
# errors, not warnings, and only those that a page caused: the browser has messages of its own
MESSAGES = """return Services.console.getMessageArray()
  .filter((m) => m instanceof Ci.nsIScriptError && !(m.flags & 1) && /^(http|file):/.test(m.sourceName))
  .map((m) => `${m.sourceName}: ${m.errorMessage}`)"""


class Firefox:
    """A window of a running Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = _connect(port)
        self._number = 0
        self._receive()
        self.ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})

    def ask(self, command: str, **parameters: object) -> Any:  # whatever the command gives
        """Send a command and give its result; a failure of it raises."""
        self._number += 1
        text = json.dumps([0, self._number, command, parameters])
        self._socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def _receive(self) -> Any:  # any JSON
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, count: int) -> bytes:
        content = b""
        while len(content) < count:
            part = self._socket.recv(count - len(content))
            if not part:
                raise RuntimeError("Firefox has ended")
            content += part
        return content

    def open(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        self.ask("WebDriver:Navigate", url=address)

    def run(self, script: str) -> Any:  # whatever the script returns
        """Run the body of a function in the page and give what it returns."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=[])

    def wait_for(self, condition: str) -> bool:
        """Tell whether an expression becomes true in the page within a few seconds."""
        end = time.monotonic() + PATIENCE / 4
        while time.monotonic() < end:
            if self.run(f"return Boolean({condition})"):
                return True
            time.sleep(0.05)
        return False

    def type(self, selector: str, text: str) -> None:
        """Type into the element that a selector names."""
        found = self.ask("WebDriver:FindElement", using="css selector", value=selector)
        self.ask("WebDriver:ElementSendKeys", id=next(iter(found.values())), text=text)

    def faults(self) -> list[str]:
        """Give the errors of pages so far, broken policies too."""
        self.ask("Marionette:SetContext", value="chrome")
        found: list[str] = self.ask("WebDriver:ExecuteScript", script=MESSAGES, args=[])
        self.ask("Marionette:SetContext", value="content")
        return found


def _connect(port: int) -> socket.socket:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@contextmanager
def start_firefox(path: str) -> Iterator[Firefox]:
    """Start a Firefox without a window, with a fresh profile and no request of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        settings = {"marionette.port": port, "network.captive-portal-service.enabled": False, "browser.startup.page": 0}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
        (Path(profile) / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [
            path,
            "--headless",
            "--marionette",
            "--remote-allow-system-access",
            "--no-remote",
            "--profile",
            profile,
        ]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield Firefox(port)
        finally:
            process.terminate()
            process.wait(PATIENCE)
