"""Name and write the files of an index: classic scripts that hand their content to one function.

Such a script loads from a disk, under any address and under a policy without inline scripts.
"""

import json
from collections.abc import Sequence
from hashlib import blake2b
from zlib import crc32

REGISTER = "sredishteShard"
HASH_DIGITS = "0123456789abcdefghijklmnopqrstuv"
HASH_LENGTH = 4


def arguments(*content: object) -> str:
    """Write what a shard holds as the arguments of a call, safe in a script whatever text is in it."""
    return ",".join(_json(value) for value in content)


def script(name: str, content: str) -> bytes:
    """Write a shard: a call that registers `content`, as `arguments` wrote it, under `name`."""
    return f'{REGISTER}("{name}",{content})\n'.encode()


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # line separators end a line in older JavaScript; a `<` could end a script
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def content_hash(content: bytes) -> str:
    """Give the part of a file's name that changes with its content: 20 bits in four characters."""
    number = int.from_bytes(blake2b(content, digest_size=4).digest())
    return "".join(HASH_DIGITS[number >> 5 * digit & 31] for digit in range(HASH_LENGTH))


def group_size(count: int) -> int:
    """Tell how many neighbouring files share a hash, so that the head stays small: 1, 2, 4, 8."""
    return 1 if count <= 64 else 2 if count <= 256 else 4 if count <= 1024 else 8


def name_shards(kind: str, contents: Sequence[str]) -> tuple[dict[str, bytes], str, int]:
    """Give (file name → bytes, the hashes of all groups joined, files in a group)."""
    scripts = [script(f"{kind}{number}", content) for number, content in enumerate(contents)]
    size = group_size(len(scripts))
    hashes = [content_hash(b"".join(scripts[first : first + size])) for first in range(0, len(scripts), size)]
    files = {f"{kind}{number}-{hashes[number // size]}.js": content for number, content in enumerate(scripts)}
    return files, "".join(hashes), size


def ends_block(word: str) -> bool:
    """Tell whether a full block may end after this word.

    Depending on the word alone, it lets the blocks after a change fall as they fell before it.
    """
    return crc32(word.encode()) & 3 == 0
