"""The model of every record, declared once; schemas, dictionary and forms are made from it."""

from plugins.records.model.action import Action
from plugins.records.model.article import Article
from plugins.records.model.base import Base, Part, Record
from plugins.records.model.cause import Cause
from plugins.records.model.coalition import Coalition
from plugins.records.model.collection import Collection, Medium, Object, ObjectFile
from plugins.records.model.event import Event
from plugins.records.model.exhibition import Exhibition, Panel, Tour
from plugins.records.model.funder import Funder, Logo
from plugins.records.model.need import Need
from plugins.records.model.neighbour import Neighbour
from plugins.records.model.opportunity import Opportunity
from plugins.records.model.organisation import Organisation
from plugins.records.model.outlines import Outlines
from plugins.records.model.place import Place
from plugins.records.model.region import Region
from plugins.records.model.resource import Resource
from plugins.records.model.study import Study
from plugins.records.model.vocabulary import Vocabulary

# folder under data/ → the type of its records
FOLDERS: dict[str, type[Base]] = {
    "actions": Action,
    "causes": Cause,
    "coalitions": Coalition,
    "events": Event,
    "federation": Neighbour,
    "funders": Funder,
    "needs": Need,
    "opportunities": Opportunity,
    "organisations": Organisation,
    "places": Place,
    "regions": Region,
    "resources": Resource,
    "studies": Study,
    "vocabularies": Vocabulary,
}
# file of an exhibition → what stands in it
PARTS: dict[str, type[Part]] = {"objects": ObjectFile, "tour": Tour}
TYPES: dict[str, type[Base]] = {
    **{model.TYPE: model for model in FOLDERS.values()},
    Article.TYPE: Article,
    Collection.TYPE: Collection,
    Logo.TYPE: Logo,
    Medium.TYPE: Medium,
    Exhibition.TYPE: Exhibition,
    Outlines.TYPE: Outlines,
}
# type → the folder of its records, from the project's
FOLDER_OF_TYPE: dict[str, str] = {
    **{model.TYPE: f"data/{folder}" for folder, model in FOLDERS.items()},
    Exhibition.TYPE: "content/exhibitions",
    Logo.TYPE: "data/funders",
    Medium.TYPE: "content/exhibitions",
}

# type → where its records are written, as a person would look for them
FILES_OF_TYPE: dict[str, str] = {
    **{model.TYPE: f"data/{folder}/*.yaml" for folder, model in FOLDERS.items()},
    Article.TYPE: "content/pages/*.bg.md",
    Collection.TYPE: "content/exhibitions/*/objects.yaml",
    Logo.TYPE: "data/funders/*",
    Medium.TYPE: "content/exhibitions/*",
    Exhibition.TYPE: "content/exhibitions/*/index.bg.md",
    Outlines.TYPE: "data/regions/*.geojson",
}

__all__ = [
    "FILES_OF_TYPE",
    "FOLDERS",
    "FOLDER_OF_TYPE",
    "PARTS",
    "TYPES",
    "Action",
    "Article",
    "Base",
    "Cause",
    "Coalition",
    "Collection",
    "Event",
    "Exhibition",
    "Funder",
    "Logo",
    "Medium",
    "Need",
    "Neighbour",
    "Object",
    "Opportunity",
    "Organisation",
    "Outlines",
    "Panel",
    "Place",
    "Record",
    "Region",
    "Resource",
    "Study",
    "Vocabulary",
]
