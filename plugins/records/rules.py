"""The one table of rules: what a problem says, why it is one, and whether `make fix` can repair it.

The strings are English message ids with places for the problem's arguments; Bulgarian and
Turkish stand in `theme/translations/*/LC_MESSAGES/problems.po`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.records.problem import Problem, Severity

Translate = Callable[[str], str]

# what an argument can say in words of ours; every other argument is a word of the file
NEEDED = {
    "text": "text is needed here",
    "list": "a list is needed here",
    "fields": "a group of fields is needed here",
    "number": "a whole number is needed here",
    "decimal": "a number is needed here",
    "yes-no": "true or false is needed here",
}
SHAPES = {
    "id": "An id has lower-case Latin letters and digits, with single hyphens between: zeleni-rodopi.",
    "place": 'A place is written by its code: BG425 (region), KRZ16 (municipality), "40909" (settlement, in quotes).',
    "postcode": "A postcode has four digits, in quotes.",
    "number": "A number has digits, with a comma or a point before the fraction.",
    "mark": "A mark has six letters. make translated writes it.",
    "other": "Compare it with the same field of another record.",
}
# longer values are cut, longer repairs are not shown
LONGEST_VALUE = 400
LONGEST_FIX = 400
READ_AS = {"number": "a number", "yes-no": "yes or no", "nothing": "nothing"}
_TRANSLATED = frozenset({"needed", "shape", "read_as", "sample"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its message, the reason for it, and what is in force when it is broken.

    `automatic` tells that `make fix` repairs it. Every place {name} is an argument. `by_type`
    gives other messages for values of the argument `type`.
    """

    message: str
    why: str
    severity: Severity = "error"
    automatic: bool = False
    by_type: Mapping[str, str] = field(default_factory=dict)


RULES: Mapping[str, Rule] = {
    # how the file is written
    "Y001": Rule("tab used for indentation", "YAML indents with spaces only (2 per level).", automatic=True),
    "Y002": Rule(
        "colon inside unquoted text",
        'A ": " starts a new value. Put the whole text in quotes.',
        automatic=True,
    ),
    "Y003": Rule("quote is never closed", "The text starts here with {quote} and never ends."),
    "Y004": Rule(
        "line is indented differently from its neighbours",
        'Line it up with "{key}" (column {expected}).',
    ),
    "Y005": Rule("missing space after the colon", 'Write "{key}: {value}".', automatic=True),
    "Y006": Rule(
        "invisible no-break space ({code}) instead of a plain space",
        "Usually pasted from Word or a web page.",
        automatic=True,
    ),
    "Y007": Rule(
        'field "{key}" is written twice',
        "Without this check the first value would silently disappear. Delete one.",
    ),
    "Y008": Rule(
        "unfinished merge of two edits",
        "Someone else changed the same lines. Keep one version and delete <<<<<<<, ======= and >>>>>>>.",
    ),
    "Y009": Rule(
        "file is not saved as UTF-8 (looks like Windows-1251)",
        "In Notepad: File → Save as → Encoding: UTF-8.",
    ),
    "Y010": Rule("file is saved as {encoding}", "In Notepad: File → Save as → Encoding: UTF-8."),
    "Y011": Rule(
        "invisible mark at the start of the file (BOM)",
        "Some programs read it as part of the first field. Choose UTF-8 without BOM when you save.",
        automatic=True,
    ),
    "Y012": Rule(
        "character that cannot be seen ({code})",
        "It is no part of any text. Delete it and write the text again by hand.",
    ),
    "Y013": Rule(
        "file is too big: {size} KB",
        "A record has at most {largest} KB. Long texts belong into an exhibition or a document.",
    ),
    "Y014": Rule(
        "fields inside fields, more than {deepest} levels deep",
        "No record needs that many. Look for brackets that were opened and never closed.",
    ),
    "Y015": Rule(
        '"{value}" names or repeats a part of the file',
        "Every value is written out in full, because editors read such marks differently. "
        "If it is text, put it in quotes.",
    ),
    "Y016": Rule('"{value}" is a type mark', "Fields know their types. If it is text, put it in quotes."),
    "Y017": Rule(
        '"<<" merges another part of the file into this one',
        "Every value is written out in full, because editors read such marks differently.",
    ),
    "Y018": Rule(
        "more than one document in the file",
        "One file is one record. Delete the lines --- and %, or move the rest to a file of its own.",
    ),
    "Y019": Rule("file is empty", "Write at least the required fields, or delete the file."),
    "Y020": Rule(
        "file does not consist of fields",
        'Each line without indentation is a field: its name, a colon, a space and the value, as in "status: active".',
    ),
    "Y021": Rule("this place cannot be read", "Compare it with the same lines of another record."),
    "Y022": Rule("empty item in a list", "Write a value after the dash, or delete the line."),
    "Y023": Rule(
        "a list or a group of fields stands where a field's name belongs",
        'A field\'s name is one word before the colon, as in "email: office@example.org".',
    ),
    "Y024": Rule(
        'no field before the text "{value}"',
        "Write the field's name, a colon and a space before it, or indent it like the text above.",
    ),
    "Y025": Rule(
        'unquoted text begins with "{char}"',
        "This character has a meaning of its own here. Put the whole text in quotes.",
        automatic=True,
    ),
    "Y026": Rule("bracket is never closed", 'A "{bracket}" opens here. Close it, with commas between the values.'),
    "Y027": Rule(
        "text goes on after the closing quote",
        "A value is either in quotes as a whole, or not at all.",
        automatic=True,
    ),
    "Y028": Rule("text stands beside | or >", "The text begins on the next line, two spaces further in."),
    "Y029": Rule(
        "backslash in double quotes",
        "There it begins a special character. Single quotes take the text as it stands.",
    ),
    "Y030": Rule(
        "file is not saved as UTF-8 (byte {byte})",
        "In Notepad: File → Save as → Encoding: UTF-8.",
    ),
    "Y031": Rule("very many problems: the rest of the file was not read", "Repair the first ones, then check again."),
    "Y032": Rule(
        "the list begins on the same line as its field",
        "Write each item on a new line below the field, with a dash in front.",
    ),
    "Y033": Rule(
        "the text does not begin with a block of fields",
        "The first line is ---, then come the fields, then --- again, then the text.",
    ),
    "Y034": Rule(
        'text goes on after "{bracket}"',
        "The brackets end too early, or a line end is missing. All values stand between them, with commas.",
    ),
    "Y035": Rule('"{bracket}" closes nothing', "Delete it, or open the bracket before the first value."),
    "Y036": Rule(
        "no colon after the field",
        'Between a field and its value stand a colon and a space: "{key}: …".',
        automatic=True,
    ),
    "Y037": Rule(
        "the comma cuts the text in two",
        'Inside {{ }} a comma begins the next field. Put the whole text in quotes: "{value}".',
    ),
    # what stands in a field
    "V101": Rule(
        '"{value}" is not a yes/no value',
        'Write true or false. Programs disagree about what "{value}" means.',
        automatic=True,
    ),
    "V102": Rule(
        '"{field}" without quotes: leading zeros would be lost',
        "Without quotes this is a number and {value} turns into {read}.",
        automatic=True,
    ),
    "V103": Rule(
        "check digit of EIK {value} is wrong",
        "With these digits it would be {expected}; some were probably swapped. Check the register.",
    ),
    "V104": Rule('unknown field "{value}"', "Fields allowed here: {allowed}."),
    "V105": Rule(
        '"{value}" contains Cyrillic "{char}" that looks like a Latin letter',
        "Field names use Latin letters only.",
        automatic=True,
    ),
    "V106": Rule(
        'there is no record "{value}" of this type',
        "Look for it in the files {files}.",
        by_type={
            "cause": 'there is no cause "{value}"',
            "organisation": 'there is no organisation "{value}"',
            "funder": 'there is no funder "{value}"',
            "region": 'there is no region "{value}"',
            "action": 'there is no action "{value}"',
            "coalition": 'there is no coalition "{value}"',
            "event": 'there is no event "{value}"',
            "exhibition": 'there is no exhibition "{value}"',
            "need": 'there is no need or offer "{value}"',
            "opportunity": 'there is no opportunity "{value}"',
            "resource": 'there is no resource "{value}"',
            "study": 'there is no study "{value}"',
            "page": 'there is no page "{value}"',
            "medium": 'there is no file "{value}"',
            "logo": 'there is no logo "{value}"',
        },
    ),
    "V107": Rule(
        '"{value}" is not a place or region',
        'A place is written by its code: BG425 (region), KRZ16 (municipality), "40909" (settlement, in quotes).',
    ),
    "V108": Rule('required field "{field}" is missing', "Add a line: {sample}"),
    "V109": Rule("there is no such date: {value}", "That month has {days} days."),
    "V110": Rule('id "{value}" is already used', "Every record needs its own id. The other one: {other}"),
    "V111": Rule(
        'phone number "{value}" is incomplete',
        "Add the area code (Kardzhali 0361, Razgrad 084, Vratsa 092).",
        severity="warning",
    ),
    "V112": Rule(
        '"{value}" is not a web address', "It begins with https:// or http:// and has no spaces.", automatic=True
    ),
    "V113": Rule('"{value}" is not an e-mail address', "It looks like name@example.org.", automatic=True),
    "V114": Rule('"{value}" is not allowed here', "Allowed: {allowed}."),
    "V115": Rule("{needed}", "Compare the line with the same field of another record."),
    "V116": Rule("text is too long: {length} characters", "At most {longest} fit here."),
    "V117": Rule('"{value}" is not written as this field needs it', "{shape}"),
    "V118": Rule("the number {value} is out of range", "Allowed: {allowed}."),
    "V119": Rule('"{value}" is not a period', "A period is P and a number with D, W, M or Y: P6M is six months."),
    "V120": Rule(
        "character that cannot be seen ({code})", "Delete it and write the text again by hand.", automatic=True
    ),
    "V121": Rule("it ends before it starts: {value}", "Compare the two dates."),
    "V122": Rule("too few items: {length}", "At least {shortest} are needed."),
    "V123": Rule(
        '"{value}" needs quotes',
        "Without quotes some programs read it as {read_as}.",
        automatic=True,
    ),
    "V124": Rule('"{value}" is not a term of the list "{vocabulary}"', "Allowed: {allowed}."),
    "V125": Rule("number {value} belongs to two records", "The other one: {other}"),
    "V126": Rule("the id does not stand inside the file", "The file's name is its id: {value}. Delete this line."),
    "V127": Rule("the text is empty", "Write a text, or delete the line."),
    "V128": Rule("phone number with signs that no phone has: {value}", "Digits, spaces and + are enough."),
    "V129": Rule(
        'the word "{value}" mixes Cyrillic and Latin letters',
        "Search would not find it. Write the whole word with one alphabet.",
        severity="warning",
    ),
    "V130": Rule(
        "number with too many digits: {length}",
        "Programs cut it or change its last digits. If it is the number of something, put it in quotes.",
        automatic=True,
    ),
    "V131": Rule(
        'the list of terms "{vocabulary}" is missing', "Lists of terms are the files data/vocabularies/*.yaml."
    ),
    "V132": Rule('"{value}" is no EIK', "An EIK has 9 digits, that of a branch 13, in quotes."),
    "V133": Rule(
        "a person without consent is not published",
        "Write the consent (basis, scope with name, date), or delete the person.",
        severity="warning",
    ),
    "V134": Rule('"{value}" is not a date', "A day is written year-month-day, as in 2026-11-20."),
    "V135": Rule(
        '"{value}" is a member twice at the same time', "Give the first membership its last day, or delete one."
    ),
    "V136": Rule(
        '"{value}" does not say how it repeats',
        "Write it as calendars do: FREQ=WEEKLY;BYDAY=SA is every Saturday.",
    ),
    "V137": Rule(
        'phone number "{value}" lacks the country code',
        "With +359 it can be dialled from everywhere.",
        severity="warning",
        automatic=True,
    ),
    "V138": Rule(
        'the e-mail address "{value}" looks like a person\'s',
        "Publish the address of the organisation, or a person with consent in the field people.",
        severity="warning",
    ),
    "V139": Rule('"{value}" stands twice in the list', "Delete one of the two.", severity="warning"),
    "V140": Rule(
        "the translation is older than the Bulgarian text",
        "The Bulgarian text has changed since. Compare the two; this mark then says that they agree.",
        severity="warning",
        by_type={
            "tr": "the Turkish translation is older than the Bulgarian text",
            "en": "the English translation is older than the Bulgarian text",
        },
    ),
    "V150": Rule(
        '"{value}" is not a time that the rule gives',
        "Write the day, or the day and time, on which it would have been, each only once.",
    ),
    "V151": Rule(
        '"{value}" is not written like the start {start}',
        "Write a day where the start is a day, and a day with its time where the start has one.",
    ),
    "V160": Rule(
        '"{value}" is not a date as libraries write it',
        "A day, month or year: 1947-05-12, 1947-05, 1947; ten years: 194X; about: 1947~; "
        "from – to: 1947/1952, ../1952.",
    ),
    "V152": Rule(
        '"{value}" leads away from the site of the region',
        "The pages of a copy lie on the site that it was copied from: {address}",
    ),
    # how records fit together
    "C001": Rule(
        "no place is given where the organisation works",
        "Without the field area it stands in no region. Write codes of places: area: [KRZ16].",
        severity="warning",
    ),
    "C002": Rule("nobody works for this cause", "Add its id to an organisation or a coalition.", severity="warning"),
    "C003": Rule(
        "the funder's statement is shown nowhere",
        "Say in applies_to on which sites, records or pages it must stand.",
    ),
    "C004": Rule("places lie in each other: {value}", "Follow the field parent; somewhere it leads back here."),
    "C005": Rule('the page of "{value}" would stand where another page stands: {address}', "Choose another id."),
    "C006": Rule(
        'the record "{value}" was taken down and is still named here',
        "Delete the line, or name what took its place.",
        severity="warning",
    ),
    "C007": Rule(
        "two records may be the same: {value}",
        "Compare with {other}; if they are one, keep one file.",
        severity="warning",
    ),
    "C008": Rule("two places have the code {value}", "The other one: {other}"),
    "C009": Rule(
        "there are {count} records in data/{folder}, at least {least} were agreed",
        "Some were lost. If they were deleted on purpose, write the new number here.",
    ),
    "C011": Rule("the map does not show {value}", "Each municipality of the region needs its place on the map."),
    "C012": Rule(
        "{value} is no municipality of this region",
        "The map shows exactly the municipalities that the list beside it has.",
    ),
    "C010": Rule(
        "two organisations may be the same: both have {value}",
        "Compare with {other}; if they are one, keep one file; if one belongs to the other, name it in members.",
        severity="warning",
        by_type={
            "phone": "two organisations may be the same: both have the phone {value}",
            "website": "two organisations may be the same: both have the address {value}",
        },
    ),
    # what has come due
    "D001": Rule(
        "the record was checked on {value} and is due again since {since}",
        "Check it by phone, e-mail or visit, and write the new date here.",
        severity="warning",
    ),
    "D002": Rule(
        "the record was checked on {value} and counts as dormant since {since}",
        "Check whether it is still at work, and write the new date here.",
        severity="warning",
    ),
    "D003": Rule(
        "the consent ended on {value}: the person is no longer shown",
        "Ask for a new consent, or delete the person.",
        severity="warning",
    ),
    "D004": Rule("its time ran out on {value}", "Write a later day, or close it.", severity="warning"),
    "D005": Rule(
        "the exhibition ended on {value}, and nobody wrote how many came",
        "Write the fields visitors and comments beside the day.",
        severity="warning",
    ),
    # which files there are
    "F001": Rule("this is a link to another file", "Put the file itself here; links can lead out of the project."),
    "F002": Rule("this is no plain file", "Only plain files and folders belong here. Delete it."),
    "F003": Rule("file cannot be opened", "Its permissions do not let it be read."),
    "F004": Rule('there is no type of record with the folder "{value}"', "Folders: {allowed}."),
    "F005": Rule(
        '"{value}" cannot be an id',
        "The file's name is the id: lower-case Latin letters and digits, with single hyphens between: {sample}.",
    ),
    "F006": Rule("id is too long: {length} characters", "At most {longest} fit here."),
    "F007": Rule(
        '"{value}" is a reserved name',
        "Windows, or the site itself, keeps it for a file of its own. Choose another one.",
    ),
    "F008": Rule(
        'two names differ only in case: "{value}" and "{other_name}"',
        "On Windows and macOS they are one file.",
    ),
    "F009": Rule('"{value}" is no record', "Records are files whose name ends in .yaml."),
    "F010": Rule('folder "{value}" is missing', "Run the command in the folder of the project."),
    "F012": Rule(
        "this is no JSON that can be copied: {reason}", "Take the file again from the open data of the site, whole."
    ),
    "F013": Rule(
        "the file is not the one that the data package describes",
        "Its checksum is another one. Take datapackage.json and the files beside it on the same day.",
    ),
    "F014": Rule('the file "{value}" is missing', "Take all files of the open data: they lie in one folder."),
    "F015": Rule(
        "this is no GeoJSON: {reason}",
        "A map is a FeatureCollection with a Feature for each municipality of the region.",
    ),
    "F016": Rule(
        "this feature does not say which municipality it is", 'Write it among its properties: "code": "KRZ16".'
    ),
    "F017": Rule(
        "this feature is no area",
        "Its geometry must be a Polygon or a MultiPolygon whose rings end where they begin, with four points or more.",
    ),
    "F018": Rule(
        "{value} lies outside Bulgaria",
        "A point is longitude, then latitude, in degrees (WGS 84): [25.37, 41.64].",
    ),
    "F019": Rule('two features are "{value}"', "Put both areas into one MultiPolygon."),
    "F020": Rule(
        '"{value}" is no logo that can be published',
        "Logos are JPEG, PNG or WebP pictures. Save the logo again in one of these formats. "
        "SVG is not taken from anybody: a program can stand in it.",
    ),
    "F021": Rule("the logo is too big: {size}", "At most {largest} are accepted. Make it smaller."),
    "F022": Rule(
        'no funder shows the logo "{value}"', "Name it in the field logo of a funder, or delete it.", severity="warning"
    ),
    "F011": Rule("folders inside folders, too deep", "Nothing is published from there."),
}


class Explanation(NamedTuple):
    """A problem in the reader's language. `fix` is the line as it should be, or ""."""

    message: str
    why: str
    fix: str = ""
    guess: str = ""


def make_problem(rule: str, path: str, span: tuple[int, int, int] = (1, 1, 1), /, **arguments: str) -> Problem:
    """Make a problem of a rule of the table; `span` is (line, column, end column); without one it is about the file."""
    line, column, end_column = span
    if len(arguments.get("fix", "")) > LONGEST_FIX:
        del arguments["fix"]
    given = tuple((name, value if name == "fix" else _short(value)) for name, value in arguments.items())
    return Problem(RULES[rule].severity, path, line, column, rule, given, end_column)


def _short(value: str) -> str:
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"


def explain(problem: Problem, gettext: Translate, rules: Mapping[str, Rule] = RULES) -> Explanation:
    """Say in the reader's language what a problem is, why, and how the line should be."""
    rule = rules[problem.rule]
    arguments = dict(problem.arguments)
    said = {name: gettext(value) if name in _TRANSLATED else value for name, value in arguments.items()}
    message = rule.by_type.get(arguments.get("type", ""), rule.message)
    return Explanation(
        gettext(message).format(**said),
        gettext(rule.why).format(**said),
        arguments.get("fix", ""),
        arguments.get("guess", ""),
    )
