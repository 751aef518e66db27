"""Turn an address that somebody wrote into one that a page may link to, or into nothing.

Every address from outside our own plan of pages passes through here: those in Markdown and
those in the fields of records.
"""

import re
import unicodedata
from urllib.parse import SplitResult, unquote, urlsplit

_HIDDEN = re.compile(
    "[\x00-\x20\x7f-\xa0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\\\\]"
)
_SCHEME = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_LABEL = re.compile(r"[^\W_]([\w-]{0,61}[^\W_])?")
_MAILBOX = re.compile(r"[^@\s<>\"'(),:;\\?&#%]+@[^@\s<>\"'(),:;\\?&#%.]+(\.[^@\s<>\"'(),:;\\?&#%.]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9().-]{2,30}")
# may stand in an address, but never between our quotes
_QUOTED = {ord(char): f"%{ord(char):02X}" for char in "\"'<>`{}|^"}
_MAIL_HEADERS = ("subject=", "body=")
# Cyrillic letters that nobody tells from Latin ones
_LATIN_LIKE = frozenset("авсеѕіјһкмнорԛтѵԝхуүғԁӏь")


def safe_url(value: str) -> str | None:
    """Give an http, https, mailto or tel address that is safe in a link, else None.

    Refused: control, blank and invisible characters, backslashes, addresses without a scheme,
    user names and passwords before the host. A host whose letters could pass for others is
    written in punycode. `safe_url(safe_url(x)) == safe_url(x)`.
    """
    value = value.strip(" \t\r\n")
    scheme = _SCHEME.match(value)
    if scheme is None or _HIDDEN.search(value):
        return None
    kind, rest = scheme.group(1).lower(), value[scheme.end() :]
    if kind == "mailto":
        return _mail(rest)
    if kind == "tel":
        return f"tel:{rest}" if _PHONE.fullmatch(rest) else None
    return _web(kind, rest)


def is_external(address: str) -> bool:
    """Tell whether an address that `safe_url` gave leads to another site."""
    return address.startswith(("http:", "https:"))


def _mail(rest: str) -> str | None:
    mailbox, _, query = rest.partition("?")
    headers = query.split("&") if query else []
    good = all(header.lower().startswith(_MAIL_HEADERS) and not _breaks(header) for header in headers)
    if not good or not _MAILBOX.fullmatch(mailbox):
        return None
    return f"mailto:{rest.translate(_QUOTED)}"


def _breaks(header: str) -> bool:
    """Tell whether a header holds another one behind an encoded end of line."""
    return bool(re.search("[\r\n\x00]", unquote(header)))


def _web(kind: str, rest: str) -> str | None:
    parts = _split(f"{kind}:{rest}")
    if parts is None or not rest.startswith("//") or "@" in parts.netloc:
        return None
    host = _host(parts.netloc.rpartition(":")[0] if ":" in parts.netloc else parts.netloc)
    if host is None:
        return None
    port = f":{parts.port}" if parts.port is not None else ""
    tail = rest[2 + len(parts.netloc) :].translate(_QUOTED)
    return f"{kind}://{host}{port}{tail}"


def _split(value: str) -> SplitResult | None:
    try:
        parts = urlsplit(value)
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        return None
    return parts


def _host(host: str) -> str | None:
    """Give the host in small letters, in punycode where its letters deceive; None if it is none."""
    host = unicodedata.normalize("NFKC", host).casefold()
    labels = host.removesuffix(".").split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    latin_end = labels[-1].isascii()
    if not any(_deceives(label, latin_end=latin_end) for label in labels):
        return host
    try:
        return ".".join(label.encode("idna").decode("ascii") for label in host.split("."))
    except UnicodeError:
        return None


def _deceives(label: str, *, latin_end: bool) -> bool:
    """Tell whether a label mixes scripts, or is Cyrillic but reads as Latin before a Latin end."""
    scripts = {_script(char) for char in label if char.isalpha()}
    if scripts == {"CYRILLIC"}:
        return latin_end and _LATIN_LIKE.issuperset(char for char in label if char.isalpha())
    return len(scripts) > 1 or not scripts <= {"LATIN"}


def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").partition(" ")[0]
