"""Captions go on as times and words; what a stranger wrote beside them stays behind."""

import pytest

from plugins.site.captions import bare_captions
from plugins.site.recordings import NotUnderstood

WRITTEN = """\ufeffWEBVTT - by Ivan
X-TIMESTAMP-MAP=LOCAL:00:00:00.000

STYLE
::cue { background-image: url(https://example.org/pixel) }

REGION
id:left

NOTE filmed by Ivan at 41.6450 25.3658

1
00:00.500 --> 00:03.500 line:0 region:left
<v Ivan>Добро <i>утро</i>, <00:00:01.000>река.

01:00:04.000 --> 01:00:05.250
<img src=x onerror=alert(1)> 2 < 3 &amp; 4
- втори ред
"""
BARE = """WEBVTT

00:00.500 --> 00:03.500
Добро утро, река.

01:00:04.000 --> 01:00:05.250
2 &lt; 3 &amp; 4
- втори ред
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_times_and_words_go_on(line_end: str) -> None:
    """Names, notes, styles, places and marks do not, and what is bare stays as it is."""
    made = bare_captions(WRITTEN.replace("\n", line_end).encode())
    assert made.decode() == BARE
    assert bare_captions(made) == made


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"WEBVTTX\n\n00:01.000 --> 00:02.000\na\n",
        b"<script>alert(1)</script>",
        b"WEBVTT\n",
        b"WEBVTT\n\n00:03.000 --> 00:02.000\na\n",
        b"WEBVTT\n\n0:3 --> 0:9\na\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nДума\n".encode("cp1251"),
    ],
    ids=["empty", "other word", "script", "no captions", "backwards", "other times", "encoding"],
)
def test_what_is_no_captions_is_refused(content: bytes) -> None:
    """With nothing raised but that."""
    with pytest.raises(NotUnderstood):
        bare_captions(content)
