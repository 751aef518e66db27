"""GeoJSON: longitude first, inside Bulgaria, and nowhere that an organisation does not show."""

import json

import pytest

from plugins import exports
from tests.exports.conftest import MakeSite
from tests.exports.records import ORGANISATION

SEAT = [25.1337, 41.5832]


def organisation(coordinates: str) -> str:
    """Write an organisation with one location in Ardino."""
    return f"name: Проба\nkind: association\narea: [KRZ02]\nlocations: [{{place: KRZ02{coordinates}}}]\n"


@pytest.mark.parametrize(
    ("coordinates", "point", "precision"),
    [
        (", coordinates: {latitude: 41.59, longitude: 25.13}", [25.13, 41.59], "address"),
        (", coordinates: {latitude: 25.13, longitude: 41.59}", SEAT, "place"),
        (", coordinates: {latitude: 48.85, longitude: 2.35}", SEAT, "place"),
        (", coordinates: {latitude: 41.59, longitude: 25.13}, visibility: area-only", SEAT, "place"),
        (", coordinates: {latitude: 41.59, longitude: 25.13}, visibility: hidden", SEAT, "place"),
        ("", SEAT, "place"),
    ],
    ids=["public", "changed round", "abroad", "by area only", "hidden", "without a point"],
)
def test_a_point_is_public_and_in_bulgaria(
    make_site: MakeSite, coordinates: str, point: list[float], precision: str
) -> None:
    """A point is that of the public address, or else the seat of the place."""
    files = make_site({"organisations/proba": organisation(coordinates)}).files(exports.plan_pages)
    (feature,) = json.loads(files["data/organisations.geojson"])["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": point}
    assert feature["properties"]["precision"] == precision


def test_several_points_are_one_geometry(make_site: MakeSite) -> None:
    """An organisation stays one feature wherever it has locations."""
    files = make_site({"organisations/primer": ORGANISATION}).files(exports.plan_pages)
    (feature,) = json.loads(files["data/organisations.geojson"])["features"]
    assert feature["geometry"] == {"type": "MultiPoint", "coordinates": [[25.13, 41.59], SEAT]}


def test_what_has_no_place_has_no_geometry(make_site: MakeSite) -> None:
    """A record of the whole country, whose point nobody has told, is a feature all the same."""
    text = "name: Всички\nkind: association\narea: [BG]\n"
    (feature,) = json.loads(
        make_site({"organisations/vsichki": text}).files(exports.plan_pages)["data/organisations.geojson"]
    )["features"]
    assert (feature["geometry"], "precision" in feature["properties"]) == (None, False)
