"""Say in the words of schema.org what is no record of citizens: a place, the site itself, a copy of open data."""

from collections.abc import Callable, Sequence

from plugins.exports.geojson import position
from plugins.exports.schema_org.voice import Node, known, licence
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Funder, Neighbour, Place, Region


def describe_place(place: Place | Brief, address: str, say: Callable[[Text], object]) -> Node:
    """Describe a place; its point is known of a whole record only."""
    point = position(place.coordinates) if isinstance(place, Place) else None
    geo = point and {"@type": "GeoCoordinates", "latitude": point[1], "longitude": point[0]}
    around = place.parent and {"@type": "AdministrativeArea", "identifier": place.parent}
    return known(
        {
            "@type": "AdministrativeArea",
            "@id": address,
            "name": say(place.name),
            "alternateName": list(place.aliases),
            "identifier": place.code,
            "geo": geo,
            "containedInPlace": around,
        }
    )


def describe_site(region: Region, funders: Sequence[Funder], say: Callable[[Text], object], address: str) -> Node:
    """Describe the site itself, who keeps it, of what region it is, and who paid."""
    library = region.library
    keeper = {
        "@type": "Library",
        "name": say(library.name),
        "email": library.email,
        "telephone": list(library.phones),
        "url": library.website,
        "address": library.address and say(library.address),
    }
    return known(
        {
            "@type": "WebSite",
            "url": address,
            "name": say(region.title),
            "description": say(region.tagline),
            "inLanguage": list(region.languages),
            "publisher": known(keeper),
            "about": {"@type": "AdministrativeArea", "name": say(region.name), "identifier": region.code},
            "funding": [_grant(funder, say) for funder in funders],
        }
    )


def _grant(funder: Funder, say: Callable[[Text], object]) -> Node:
    return known(
        {
            "@type": "Grant",
            "name": say(funder.programme or funder.name),
            "identifier": funder.contract,
            "url": funder.website,
            "funder": {"@type": "Organization", "name": say(funder.name)},
        }
    )


def describe_copy(copy: Neighbour, say: Callable[[Text], object]) -> Node:
    """Describe the copy of somebody's open data."""
    return {
        "@type": "Dataset",
        "name": say(copy.name),
        "isBasedOn": copy.address,
        "publisher": {"@type": "Organization", "name": say(copy.publisher)},
        "license": licence(copy.licence),
        "dateModified": copy.copied,
    }
