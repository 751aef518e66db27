"""Give every panel a short address for the wall: a page that leads on to the panel itself.

The address follows from the ids of the exhibition and the panel, which never change, and so
holds for as long as the poster hangs.
"""

from hashlib import blake2b

from plugins.records.brief import Brief

# the digits of Crockford's base 32: none of them is taken for another
DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 5


def short_path(exhibition: Brief, panel: str) -> str:
    """Give the path of the short address of a panel, inside the root of a language."""
    digest = blake2b(f"{exhibition.id}#{panel}".encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    code = "".join(DIGITS[number >> (5 * place) & 31] for place in range(LENGTH))
    return f"p/{code}.html"
