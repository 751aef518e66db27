"""The objects of exhibitions as data: tables, JSON, JSON-LD, GeoJSON, an IIIF manifest, citations, a data package."""

from plugins.exports.collection.citations import cited
from plugins.exports.collection.files import plan_collections
from plugins.exports.collection.nodes import describe_object

__all__ = ["cited", "describe_object", "plan_collections"]
