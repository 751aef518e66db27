"""Name the doors of a site, as its header and footer do."""

from plugins.site.view import SiteView


def door_name(view: SiteView, door: str) -> str:
    """Give the name of a folder of records in the reader's language."""
    say = view.wording.gettext
    names = {
        "actions": say("Actions"),
        "causes": say("Causes"),
        "coalitions": say("Coalitions"),
        "events": say("Events"),
        "exhibitions": say("Exhibitions"),
        "federation": say("Regions elsewhere"),
        "needs": say("Needs and offers"),
        "opportunities": say("Volunteers"),
        "organisations": say("Organisations"),
        "places": say("Places"),
        "resources": say("Knowledge"),
        "studies": say("Studies"),
    }
    return names[door]
