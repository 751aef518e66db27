"""The rules of exhibitions, in the form of the one table of rules in `plugins.records.rules`.

Bulgarian and Turkish stand in `theme/translations/*/LC_MESSAGES/exhibitions.po`.
"""

from collections.abc import Mapping

from plugins.records.problem import Problem
from plugins.records.rules import Rule

RULES: Mapping[str, Rule] = {
    # files
    "E201": Rule("the exhibition has no text in Bulgarian", "Write it in the file index.bg.md in this folder."),
    "E202": Rule(
        '"{value}" does not belong in an exhibition',
        "Here stand index.bg.md, index.tr.md, index.en.md, tour.yaml, objects.yaml and pictures: JPEG, PNG or WebP. "
        "In the folder objects may stand MP3, OGG, M4A, MP4, WebM, WebVTT and PDF too.",
    ),
    "E203": Rule('"{value}" is not a JPEG, PNG or WebP picture', "Save it again in one of these formats."),
    "E204": Rule(
        "picture is too big: {size} million points", "At most {largest} million are accepted. Make it smaller."
    ),
    "E205": Rule('no panel shows the picture "{value}"', "Show it in a panel, or delete the file.", severity="warning"),
    "E206": Rule(
        'the name of the file "{value}" does not fit into an address',
        "Use Latin letters, digits, hyphens, underscores and full stops.",
    ),
    "E207": Rule('"{value}" does not hold what its ending {ending} says', "Save it again in this format."),
    "E208": Rule(
        'no object and no panel names the file "{value}"', "Name it in objects.yaml, or delete it.", severity="warning"
    ),
    "E209": Rule(
        'the recording "{value}" is not built as its format says',
        "Before it is published, the names, places and days that devices write into it are taken out. "
        "Save it again with another program.",
    ),
    "E210": Rule(
        'the captions "{value}" cannot be read',
        "They are WebVTT in UTF-8: the first line is WEBVTT, and above the words of each caption stands when they are "
        "shown, such as 00:01.000 --> 00:04.500.",
    ),
    # panels
    "E211": Rule("the exhibition has no panels", 'Every line that begins with "## " opens a panel.'),
    "E212": Rule(
        "the panel has no id",
        "Write it after the heading: ## Heading {{#river}}. It is the panel's address and never changes.",
    ),
    "E213": Rule(
        '"{value}" cannot be the id of a panel',
        "An id has lower-case Latin letters and digits, with single hyphens between; "
        "it does not end in -h, and main is taken.",
    ),
    "E214": Rule('two panels have the id "{value}"', "Give one of them another id."),
    "E215": Rule('the Bulgarian text has no panel "{value}"', "Panels there: {allowed}."),
    "E216": Rule("the panel has no heading", 'Write it after "## ".'),
    "E217": Rule(
        "a heading of the highest level inside the text",
        "The title stands in the fields at the top; panels begin with two signs: ##.",
    ),
    "E218": Rule("panel is too long: {length} characters", "At most {longest} fit here. Make two panels of it."),
    "E219": Rule(
        'the short address of the panel "{value}" is that of the panel "{other}" of {exhibition}',
        "Short addresses are made of the ids. Give the newer panel another id before it is printed.",
    ),
    # pictures
    "E221": Rule("the picture is not written as it should be", "Write it on a line of its own: {sample}"),
    "E222": Rule(
        "a picture without a panel of its own", "A panel has one picture, the introduction has none. Open a new panel."
    ),
    "E223": Rule(
        "the picture has no description",
        "Write in the square brackets what can be seen, for people who do not see it. "
        "If it says nothing of its own, write decorative=true in the braces.",
    ),
    "E224": Rule('the picture does not say "{field}"', "Write in the braces: {sample}"),
    "E225": Rule('"{value}" says nothing about rights', "Write the address of the licence, or: unknown."),
    "E226": Rule('there is no landscape "{value}"', "Landscapes are the files theme/scenes/*.svg: {allowed}."),
    "E227": Rule('there is no picture "{value}" beside the text', "Pictures here: {allowed}."),
    "E228": Rule("the picture is not the one of the Bulgarian text", "There stands: {value}"),
    "E229": Rule('a picture has no field "{value}"', "Fields allowed here: {allowed}."),
    # fields
    "E231": Rule('"{value}" stands only in the Bulgarian text', "A translation has: {allowed}."),
    "E232": Rule('"{value}" is translated twice', "It is already written in index.bg.md. Delete one of the two."),
    # tours
    "E251": Rule("there is no copy {value} of the panels", "There are {most}: see the field copies."),
    "E252": Rule(
        "the same copy of the panels is elsewhere then",
        "It is taken from {start} to {end}, with {days} days for the way before and after.",
    ),
    "E253": Rule(
        '"{value}" stands in tour.yaml', "The days and places of an exhibition that travels are written there only."
    ),
    # objects
    "E261": Rule('two objects have the id "{value}"', "Give one of them another id."),
    "E262": Rule(
        'the object "{value}" has no description',
        "Write in the field alt what can be seen, for people who do not see it. "
        "If it says nothing of its own, write decorative: true.",
    ),
    "E263": Rule(
        'the object "{value}" has no transcript',
        "Write in the field transcript what is said in it, or that nobody speaks, for people who do not hear it.",
    ),
    "E264": Rule('the file "{value}" is of another kind than the object', "Write kind: {allowed}"),
    "E265": Rule('there is no object "{value}"', "The objects stand in objects.yaml. Objects there: {allowed}."),
    "E266": Rule(
        'only a film has "{value}"', "Write kind: video and name the film in the field file, or delete the line."
    ),
    # what is said of the rows of a file that is imported
    "E271": Rule("the file is not written in UTF-8", "Save it again as CSV in UTF-8."),
    "E272": Rule('"{value}" holds characters that cannot be seen', "They are left out.", severity="warning"),
    "E273": Rule(
        'the file "{value}" is not in the folder objects',
        "Its name is kept as a fact. Put the file there and import again.",
        severity="warning",
    ),
    "E274": Rule(
        "the text is too long for the field {field}: {length} characters",
        "It is kept as a fact.",
        severity="warning",
    ),
    "E275": Rule('"{value}" does not fit the field {field}', "It is kept as a fact.", severity="warning"),
    "E276": Rule(
        'the object "{value}" does not say "{field}"',
        "Fill the column, or give it in an override: a CSV with the columns id and {field}. "
        "The row * fills what is missing everywhere.",
    ),
    # labels: the figures are those of the Smithsonian's guide to accessible exhibitions
    "E241": Rule(
        "panel of {count} words",
        "Visitors stand before a panel and read about {most} words. Shorten it, or make two panels of it.",
        severity="warning",
    ),
    "E242": Rule(
        "sentence of {count} words",
        "Up to {most} words are read easily. Make two sentences of it.",
        severity="warning",
    ),
    "E244": Rule(
        "letters of {points} points on {size}",
        "People who stand read letters of {least} points or more there. Shorten the text, or make two panels of it.",
        severity="warning",
    ),
    "E245": Rule(
        "line of {count} letters that does not break",
        "On paper a line has at most {most} letters. Break it sooner.",
        severity="warning",
    ),
    "E243": Rule("summary of {count} words", "Up to {most} words are enough for it.", severity="warning"),
}


def make_problem(rule: str, path: str, span: tuple[int, int, int] = (1, 1, 2), /, **arguments: str) -> Problem:
    """Make a problem of a rule of this table; `span` is (line, column, end column)."""
    line, column, end_column = span
    given = tuple((name, value[:400]) for name, value in arguments.items())
    return Problem(RULES[rule].severity, path, line, column, rule, given, end_column)
