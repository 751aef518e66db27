"""Look into pictures that strangers send, and make our own of them: nothing of the file but its points.

A picture is hostile until it has been decoded whole. What we make of it is turned the right way
up and has no metadata; the same picture gives the same bytes.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Literal, NamedTuple

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
# points of a picture, as many as a good camera gives
LARGEST = 40_000_000
Format = Literal["avif", "jpg", "png"]
# what transparent parts are laid on: the colour of a card
_GROUND = (255, 255, 255)
_AVIF = {"quality": 55, "speed": 8, "max_threads": 1, "subsampling": "4:2:0"}
_JPEG = {"quality": 80, "optimize": True, "progressive": True}


class Look(NamedTuple):
    """What a picture looks like: its format, its size in pixels as it is looked at, its average colour."""

    format: str
    width: int
    height: int
    colour: str


class NoPicture(Exception):
    """The file is no picture that we take."""


class TooLarge(Exception):
    """The picture has too many points; the message tells how many million."""


def look_into(content: bytes) -> Look:
    """Decode a picture whole; raises `NoPicture` or `TooLarge`."""
    # the library that makes PDF files lets half a picture pass, for the whole process
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with _opened(content) as image:
        small = image.copy() if image.format != "JPEG" else image
        size = _upright(image.size, image.getexif().get(0x0112, 1))
        kind = image.format or ""
        if kind == "JPEG":
            # the decoder gives an eighth of it at a third of the cost, and reads the file to its end
            image.draft("RGB", (64, 64))
            small = image
        average = _flat(small).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    red, green, blue = average if isinstance(average, tuple) else (0, 0, 0)
    return Look(kind, *size, f"#{red:02x}{green:02x}{blue:02x}")


def encode(content: bytes, width: int, form: Format) -> bytes:
    """Make a picture `width` pixels wide of one that `look_into` has seen."""
    with _opened(content) as image:
        if image.format == "JPEG" and image.getexif().get(0x0112, 1) < 5:
            image.draft("RGB", (width, 1))
        upright = _flat(ImageOps.exif_transpose(image))
    height = max(1, round(upright.height * width / upright.width))
    made = upright.resize((width, height), Image.Resampling.LANCZOS) if upright.width != width else upright
    out = BytesIO()
    # a new image, for one that was opened carries its metadata along
    bare = Image.frombytes("RGB", made.size, made.tobytes())
    if form == "avif":
        bare.save(out, "AVIF", **_AVIF)
    elif form == "png":
        # lines and letters of a logo stay sharp
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", **_JPEG)
    return out.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            # of more points than Pillow likes, or of metadata that nobody will read; our own limit follows
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=FORMATS) as image:
                points = image.width * image.height
                if points > LARGEST:
                    raise TooLarge(str(-(-points // 1_000_000)))
                yield image
    except Image.DecompressionBombError as error:
        raise TooLarge("> 178") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, OverflowError) as error:
        raise NoPicture from error


def _upright(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Give the size once the picture is turned as its camera was held."""
    return (size[1], size[0]) if orientation in (5, 6, 7, 8) else size


def _flat(image: Image.Image) -> Image.Image:
    """Give the picture in red, green and blue; what can be seen through lies on white."""
    if image.has_transparency_data:
        ground = Image.new("RGBA", image.size, (*_GROUND, 255))
        ground.alpha_composite(image.convert("RGBA"))
        return ground.convert("RGB")
    return image.convert("RGB")
