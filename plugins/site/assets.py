"""Gather the styles, landscapes, fonts and scripts of a site under names that hold their hash."""

import re
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

FOLDER = "assets"
# a script that another one loads by its name carries its hash already
_NAMED_BY_CONTENT = re.compile(r"^[^.]+\.[0-9a-z]{4,}\.[0-9a-z]+$")
_URL = re.compile(r'url\("?([\w.-]+)"?\)')


def gather_assets(theme: Path, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give every file that the sites share, name → bytes; `made` are the fonts, styles and scripts."""
    assets = dict(made)
    for pattern in ("scenes/*.svg", "sheets/*.svg", "share/*.png"):
        assets |= {path.name: path.read_bytes() for path in sorted(theme.glob(pattern))}
    return assets


def name_assets(assets: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Give (name → path from the site's root, path → bytes); styles find the fonts by new names."""
    paths = {name: _hashed(name, content) for name, content in assets.items()}
    contents = {paths[name]: content for name, content in assets.items()}
    for name in [name for name in assets if name.endswith(".css")]:
        del contents[paths[name]]
        style = _URL.sub(lambda found: _link(found, paths), assets[name].decode()).encode()
        paths[name] = _hashed(name, style)
        contents[paths[name]] = style
    return paths, contents


def _link(found: re.Match[str], paths: Mapping[str, str]) -> str:
    path = paths[found.group(1)]
    return f'url("{path.removeprefix(f"{FOLDER}/")}")'


def _hashed(name: str, content: bytes) -> str:
    if _NAMED_BY_CONTENT.match(name):
        return f"{FOLDER}/{name}"
    stem, _, suffix = name.partition(".")
    return f"{FOLDER}/{stem}.{blake2b(content, digest_size=5).hexdigest()}.{suffix}"
