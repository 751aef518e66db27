"""A page is a path, a template and its inputs; the template sees nothing else."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from plugins.records.brief import Brief

if TYPE_CHECKING:
    from plugins.site.view import SiteView


class Whole(NamedTuple):
    """Ask for the full record behind a brief; the template is given the model instance."""

    brief: Brief


# what may be an input: strings, numbers, briefs, whole records, tuples and mappings of them
Input = object
# a page that no template makes: (view, inputs as a template would see them) → its content
Render = Callable[["SiteView", Mapping[str, object]], str | bytes]


@dataclass(frozen=True, slots=True)
class Page:
    """One file of a site. `path` lies inside the root of its language, without a leading slash."""

    path: str
    template: str | Render
    inputs: Mapping[str, Input]
    door: str = ""
    # where given, the hash of the whole content: nothing else can change the page
    content_key: bytes = b""
    # where given, the name under which the content is kept between builds: dear to make, and equal on all sites
    kept: str = ""


Planner = Callable[["SiteView"], Iterable[Page]]
