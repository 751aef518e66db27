"""Write the captions of a film anew: of a stranger's WebVTT only times and words go on.

Notes, styles, regions, places and voices stay behind; a sign of markup in the words is shown as it was written.
"""

import re
from collections.abc import Iterator

from plugins.site.recordings import NotUnderstood

# bytes; an hour of talk has a tenth of it
LARGEST = 1024 * 1024
_TIME = r"(?:[0-9]{2,4}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}"
_TIMES = re.compile(rf"({_TIME})[ \t]+-->[ \t]+({_TIME})(?:[ \t].*)?")
_GAP = "\n\n"
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_MARKS = re.compile(r"</?[a-z0-9][^>\n]*>", re.IGNORECASE)


def bare_captions(content: bytes) -> bytes:
    """Give captions without all that is neither a time nor a word; raises `NotUnderstood`."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    except UnicodeDecodeError as error:
        raise NotUnderstood("encoding") from error
    head, *blocks = _BLANK.split(text)
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", head):
        raise NotUnderstood("WEBVTT")
    cues = [cue for block in blocks for cue in _cue(block)]
    if not cues:
        raise NotUnderstood("no captions")
    return (_GAP.join(("WEBVTT", *cues)) + "\n").encode()


def _cue(block: str) -> Iterator[str]:
    """Yield the cue that a block is, if it is one: the line of its times may follow a name."""
    lines = block.strip("\n").split("\n")
    at = next((number for number, line in enumerate(lines[:2]) if "-->" in line), None)
    if at is None:
        return
    times = _TIMES.fullmatch(lines[at].strip())
    if times is None or _seconds(times[1]) >= _seconds(times[2]):
        raise NotUnderstood(lines[at])
    words = [_said(line) for line in lines[at + 1 :]]
    yield "\n".join((f"{times[1]} --> {times[2]}", *(line for line in words if line)))


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _said(line: str) -> str:
    """Give the words of a line: marks of WebVTT go, what is left of its signs is escaped."""
    words = _MARKS.sub("", line).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").strip()
