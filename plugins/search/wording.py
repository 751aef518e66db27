"""The words that the search says on a page; they travel with the index."""

from typing import Protocol


class Wording(Protocol):
    """The translations of the page's language (what gettext loads)."""

    def gettext(self, message: str, /) -> str:
        """Translate a message."""
        ...

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Translate a message with a number."""
        ...


def one_of(wording: Wording, kind: str) -> str:
    """Say what a single record or object is, where its own kind does not say it."""
    say = wording.gettext
    names = {
        "action": say("Action"),
        "cause": say("Cause"),
        "coalition": say("Coalition"),
        "event": say("Event"),
        "exhibition": say("Exhibition"),
        "opportunity": say("Volunteers wanted"),
        "organisation": say("Organisation"),
        "place": say("Municipality"),
        "resource": say("Resource"),
        "study": say("Study"),
        "image": say("Picture"),
        "sound": say("Sound recording"),
        "video": say("Film"),
        "text": say("Document"),
        "thing": say("Thing"),
    }
    return names[kind]


def page_words(wording: Wording) -> dict[str, object]:
    """Give every message of the scripts by its name; [one, many] where a number decides."""
    say = wording.gettext
    return {
        "found": [wording.ngettext("%(count)s result", "%(count)s results", count) for count in (1, 2)],
        "suggested": [wording.ngettext("%(count)s suggestion", "%(count)s suggestions", count) for count in (1, 2)],
        "nothing": say("Nothing was found for “%(query)s”."),
        "instead": say("Nothing is written exactly so; these are the results for “%(query)s”."),
        "nearest": say("Nothing is written exactly so; these are the nearest."),
        "some": say("No record has all the words; these have some of them."),
        "more": say("Show more results"),
        "suggestions": say("Suggestions"),
        "all": say("All results for “%(query)s”"),
    }


def filter_words(wording: Wording) -> dict[str, dict[str, str]]:
    """Give what the filters say; it comes with them, after the first results."""
    say = wording.gettext
    return {
        "say": {
            "choices": say("More: %(count)s"),
            "without": say("Remove: %(filter)s"),
            "clear": say("Remove all"),
        },
        "types": {
            "organisation": say("Organisations"),
            "cause": say("Causes"),
            "coalition": say("Coalitions"),
            "event": say("Events"),
            "exhibition": say("Exhibitions"),
            "object": say("Objects in exhibitions"),
            "place": say("Places"),
            "opportunity": say("Volunteers"),
            "need": say("Needs and offers"),
            "action": say("Actions"),
            "study": say("Studies"),
            "resource": say("Knowledge"),
        },
        "facets": {
            "type": say("What it is"),
            "service": say("With what they help"),
            "access": say("Access"),
            "kind": say("Kind"),
            "cause": say("Cause"),
            "place": say("Municipality"),
            "region": say("Region"),
            "language": say("Language"),
        },
    }
