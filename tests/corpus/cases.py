"""What each broken file of the corpus must give: exactly one problem, at its place."""

import os
import shutil
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plugins.records.rules import RULES

CORPUS = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One broken file: the rule that it breaks, and where; lines and columns count from 1.

    It is put at `data/<folder>/<id>.yaml`, the id being the name of the case unless one is
    given. `at` is the file that the problem points at, where it is another one.
    """

    rule: str
    line: int = 1
    column: int = 1
    end_column: int = 1
    folder: str = "organisations"
    id: str = ""
    at: str = ""


# files in broken/
WRITTEN = {
    "anchor": Case("Y015", 4, 10, 31),
    "backslash-in-quotes": Case("Y029", 4, 19, 21),
    "bracket-never-closed": Case("Y026", 4, 10, 11),
    "cause-of-nobody": Case("C002", 1, 7, 17, folder="causes"),
    "coalition-of-one": Case("V122", 4, 1, 8, folder="coalitions"),
    "colon-in-braces": Case("Y002", 4, 22, 23),
    "colon-in-text": Case("Y002", 2, 14, 15),
    "conflict-marks": Case("Y008", 2, 1, 13),
    "cyrillic-in-field": Case("V105", 1, 1, 5),
    "dangerous-address": Case("V112", 4, 21, 40),
    "eik-check-digit": Case("V103", 6, 29, 38),
    "eik-of-another": Case("V125", 7, 29, 38, at="data/organisations/priyateli-na-rekata.yaml"),
    "eik-too-short": Case("V132", 6, 29, 36),
    "empty": Case("Y019"),
    "empty-item": Case("Y022", 6, 3, 4),
    "change-of-no-time": Case("V150", 7, 10, 26, folder="events"),
    "change-to-a-day": Case("V151", 7, 49, 59, folder="events"),
    "event-ends-early": Case("V121", 5, 6, 22, folder="events"),
    "field-written-twice": Case("Y007", 7, 3, 8),
    "fields-needed": Case("V115", 4, 10, 31),
    "hidden-character": Case("V120", 4, 17, 18),
    "id-inside": Case("V126", 1, 1, 3),
    "id-of-cause-misspelt": Case("V106", 4, 10, 20),
    "indent-too-deep": Case("Y004", 6, 1, 4),
    "indent-too-shallow": Case("Y004", 6, 1, 3),
    "leading-zeros": Case("V102", 5, 30, 34),
    "level-21": Case("Y014", 4, 29, 30),
    "list-as-key": Case("Y023", 4, 1, 2),
    "list-at-the-top": Case("Y020", 1, 1, 2),
    "list-beside-field": Case("Y032", 4, 10, 14),
    "list-needed": Case("V115", 4, 10, 12),
    "merge-key": Case("Y017", 5, 3, 5),
    "logo-that-is-not-there": Case("V106", 6, 14, 25, folder="funders"),
    "logo-without-description": Case("V108", 5, 1, 5, folder="funders"),
    "missing-bulgarian": Case("V108", 1, 1, 5),
    "missing-field": Case("V108", 1, 1, 5),
    "missing-in-list": Case("V108", 5, 5, 12),
    "mixed-alphabets": Case("V129", 1, 7, 20),
    "no-break-space-in-indent": Case("Y006", 2, 1, 3),
    "no-date": Case("V134", 5, 12, 23),
    "no-email": Case("V113", 4, 18, 39),
    "no-period": Case("V119", 4, 15, 17),
    "no-space-after-colon": Case("Y005", 2, 3, 6),
    "no-space-in-braces": Case("Y005", 1, 8, 11),
    "no-such-day": Case("V109", 5, 12, 22),
    "no-web-address": Case("V112", 4, 20, 34),
    "number-out-of-range": Case("V118", 4, 11, 13),
    "number-too-long": Case("V130", 4, 11, 5011),
    "only-comments": Case("Y019"),
    "organisation-nowhere": Case("C001", 1, 7, 20),
    "page-elsewhere": Case("V152", 7, 35, 78, folder="federation"),
    "person-without-consent": Case("V133", 5, 5, 9),
    "phone-with-letters": Case("V128", 4, 21, 34),
    "place-by-name": Case("V107", 3, 8, 13),
    "quote-closed-by-the-next": Case("Y003", 5, 7, 8),
    "quote-never-closed": Case("Y003", 5, 7, 8),
    "same-id-as-cause": Case("V110", 1, 1, 5, id="chista-reka"),
    "same-name-and-place": Case("C007", 1, 7, 18),
    "short-phone": Case("V111", 5, 13, 18),
    "statement-nowhere": Case("C003", 4, 1, 11, folder="funders"),
    "statement-on-unknown-site": Case("V106", 4, 22, 28, folder="funders"),
    "tab-in-indent": Case("Y001", 2, 1, 2),
    "tag": Case("Y016", 4, 10, 30),
    "text-after-quote": Case("Y027", 4, 26, 40),
    "text-at-the-top": Case("Y020", 1, 1, 37),
    "text-begins-with-at": Case("Y025", 4, 10, 27),
    "text-begins-with-star": Case("Y025", 4, 10, 26),
    "text-beside-bar": Case("Y028", 4, 9, 23),
    "text-empty": Case("V127", 4, 11, 12),
    "text-too-long": Case("V116", 4, 10, 324),
    "text-without-field": Case("Y024", 4, 1, 26),
    "two-documents": Case("Y018", 4, 1, 4),
    "unknown-cause": Case("V106", 5, 5, 16),
    "unknown-empty-field": Case("V104", 4, 1, 7),
    "unknown-field": Case("V104", 5, 3, 8),
    "unknown-language": Case("V104", 1, 27, 29),
    "unknown-place": Case("V107", 3, 8, 13),
    "unknown-term": Case("V124", 2, 7, 17),
    "unquoted-hour": Case("V123", 4, 11, 16),
    "unquoted-phone": Case("V123", 5, 12, 25),
    "unquoted-postcode": Case("V123", 5, 30, 34),
    "value-not-allowed": Case("V114", 4, 9, 15),
    "yes-no": Case("V101", 4, 7, 9),
    "member-twice": Case("V135", 4, 1, 8, folder="coalitions"),
    "no-recurrence": Case("V136", 5, 13, 25, folder="events"),
    "no-postcode": Case("V117", 5, 31, 33),
    "personal-email": Case("V138", 4, 18, 46),
    "national-phone": Case("V137", 5, 13, 24),
    "colon-before-comment": Case("Y002", 4, 17, 18),
    "email-as-link": Case("V113", 4, 19, 47),
    "help-without-time": Case("V108", 1, 1, 5, folder="opportunities"),
    "text-after-bracket": Case("Y034", 4, 15, 23),
    "bracket-never-opened": Case("V115", 4, 10, 23),
    "bracket-closes-nothing": Case("Y035", 4, 10, 11),
    "no-colon": Case("Y036", 4, 1, 8),
    "comma-cuts-text": Case("Y037", 2, 30, 36),
    "cannot-be-read": Case("Y021", 4, 10, 13),
    "indent-in-list": Case("Y004", 6, 1, 4),
    "item-too-deep": Case("Y004", 6, 1, 5),
    "cause-twice": Case("V139", 4, 23, 34),
    "term-twice": Case("V139", 5, 9, 16, folder="vocabularies"),
    "translation-older": Case("V140", 5, 23, 29),
    "no-mark": Case("V117", 4, 23, 27),
    "link-to-nothing": Case("V106", 7, 35, 46),
    "same-name-with-legal-word": Case("C007", 1, 7, 28),
    "check-overdue": Case("D001", 4, 18, 28),
    "dormant-record": Case("D002", 4, 18, 28),
    "consent-ended": Case("D003", 5, 93, 103),
    "help-passed": Case("D004", 5, 8, 18, folder="opportunities"),
}

# cases that are only warned of: the site is built all the same
WARNED = frozenset(name for name, case in WRITTEN.items() if RULES[case.rule].severity == "warning")
_MEETING = "name: Среща на реката\nkind: meeting\narea: [KRZ16]\nstart: 2026-12-05T10:00\norganisers: [klub-bryag]\n"
_GOOD = "name: Зелени Родопи\nkind: association\narea: [KRZ16]\n"
# files that a repository of text cannot hold: case, and the bytes of the file
BYTES = {
    "windows-1251": (Case("Y009", 1, 7, 8), _GOOD.encode("cp1251")),
    "utf-16": (Case("Y010"), _GOOD.encode("utf-16")),
    "utf-16-unmarked": (Case("Y010"), _GOOD.encode("utf-16-le")),
    "byte-order-mark": (Case("Y011"), b"\xef\xbb\xbf" + _GOOD.encode()),
    "zero-byte": (Case("Y012", 1, 13, 14), _GOOD.replace(" Родопи", "\0Родопи").encode()),
    "line-separator": (Case("Y012", 1, 13, 14), _GOOD.replace(" Родопи", "\u2028Родопи").encode()),
    "no-text-at-all": (Case("Y030", 1, 1, 2), bytes(range(128, 256))),
    "too-big": (Case("Y013"), (_GOOD + "# дълго\n" * 30_000).encode()),
    "brackets-100000": (Case("Y014", 4, 29, 30), f"{_GOOD}aliases: {'[' * 100_000}".encode()),
    "alias-bomb": (
        Case("Y015", 4, 10, 11),
        (
            _GOOD + "aliases: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
        ).encode(),
    ),
    "very-many-problems": (Case("Y031", 24, 3, 4), (_GOOD + "aliases:\n" + "  -\n" * 60_000).encode()),
}


def put_bytes(name: str, root: Path) -> None:
    """Write a case of `BYTES` into a project."""
    (root / "data" / "organisations" / f"{name}.yaml").write_bytes(BYTES[name][1])


def put_written(name: str, root: Path) -> None:
    """Copy a case of `WRITTEN` into a project."""
    case = WRITTEN[name]
    folder = root / "data" / case.folder
    folder.mkdir(exist_ok=True)
    shutil.copy(CORPUS / "broken" / f"{name}.yaml", folder / f"{case.id or name}.yaml")


def _write(**files: str) -> Callable[[Path], None]:
    """Make a function that writes records; `organisations__klub_most` stands for organisations/klub-most."""

    def put(root: Path) -> None:
        for name, text in files.items():
            path = root / "data" / f"{name.replace('__', '/').replace('_', '-')}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return put


def _without(name: str) -> Callable[[Path], None]:
    def put(root: Path) -> None:
        path = root / "data" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return put


def _file(name: str) -> Callable[[Path], None]:
    def put(root: Path) -> None:
        path = root / "data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(_GOOD, encoding="utf-8")

    return put


# a picture of one point
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==")


def _bytes(name: str, content: bytes) -> Callable[[Path], None]:
    def put(root: Path) -> None:
        path = root / "data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)

    return put


_SQUARE = '{"type": "Polygon", "coordinates": [[[25.0, 41.5], [25.2, 41.5], [25.2, 41.7], [25.0, 41.7], [25.0, 41.5]]]}'


def _feature(code: str, geometry: str) -> str:
    return f'{{"type": "Feature", "properties": {{"code": "{code}"}}, "geometry": {geometry}}}'


def _map(*features: str) -> Callable[[Path], None]:
    """Make a function that puts a map beside the region; one text alone is the whole file."""
    whole = '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"

    def put(root: Path) -> None:
        text = features[0] if "FeatureCollection" in features[0] else whole
        (root / "data/regions/izvor.geojson").write_text(text, encoding="utf-8")

    return put


def _both(*puts: Callable[[Path], None]) -> Callable[[Path], None]:
    def put(root: Path) -> None:
        for each in puts:
            each(root)

    return put


# what can be wrong with files before they are opened: the problem's path, its rule, and who makes it
FILES: dict[str, tuple[str, str, Callable[[Path], None]]] = {
    "link": (
        "data/organisations/vrazka.yaml",
        "F001",
        lambda root: (root / "data/organisations/vrazka.yaml").symlink_to("klub-bryag.yaml"),
    ),
    "folder-that-is-a-link": ("data/events", "F001", lambda root: (root / "data/events").symlink_to("causes")),
    "pipe": ("data/organisations/traba.yaml", "F002", lambda root: os.mkfifo(root / "data/organisations/traba.yaml")),
    "unknown-folder": ("data/organizations", "F004", _file("organizations/klub-most.yaml")),
    "cyrillic-name": ("data/organisations/клуб.yaml", "F005", _file("organisations/клуб.yaml")),
    "capital-in-name": ("data/organisations/Klub.yaml", "F005", _file("organisations/Klub.yaml")),
    "space-in-name": ("data/organisations/klub most.yaml", "F005", _file("organisations/klub most.yaml")),
    "name-too-long": (f"data/organisations/{'a' * 81}.yaml", "F006", _file(f"organisations/{'a' * 81}.yaml")),
    "name-of-windows": ("data/organisations/con.yaml", "F007", _file("organisations/con.yaml")),
    "name-of-a-list": ("data/organisations/index.yaml", "F007", _file("organisations/index.yaml")),
    "two-cases": ("data/organisations/klub-bryag.yaml", "F008", _file("organisations/KLUB-bryag.yaml")),
    "other-extension": ("data/organisations/klub-most.yml", "F009", _file("organisations/klub-most.yml")),
    "logo-of-a-program": ("data/funders/most.svg", "F020", _bytes("funders/most.svg", b"<svg/>")),
    "logo-of-no-picture": ("data/funders/most.png", "F020", _bytes("funders/most.png", b"\x89PNG")),
    "logo-too-big": ("data/funders/most.png", "F021", _bytes("funders/most.png", bytes(2_200_000))),
    "logo-of-nobody": ("data/funders/most.png", "F022", _bytes("funders/most.png", DOT)),
    "too-deep": (
        f"data/events/{'/'.join('a' * 12)}",
        "F011",
        lambda root: (root / "data/events" / "/".join("a" * 12)).mkdir(parents=True),
    ),
    "no-records-at-all": ("data", "F010", _without("")),
    "records-lost": ("data/assertions.yaml", "C009", _write(assertions="organisations: 3\n")),
    "no-list-of-terms": (
        "data/organisations/klub-bryag.yaml",
        "V131",
        _without("vocabularies/organisation-kinds.yaml"),
    ),
    "places-in-a-circle": (
        "data/places/brod.yaml",
        "C004",
        _write(
            places__brod="name: Брод\ncode: KRZ02\nkind: municipality\nparent: KRZ03\n",
            places__most="name: Мост\ncode: KRZ03\nkind: municipality\nparent: KRZ02\n",
        ),
    ),
    "code-of-another-place": (
        "data/places/zvezdel.yaml",
        "C008",
        _write(places__zvezdel="name: Звездел\ncode: KRZ16\nkind: municipality\nparent: BG425\n"),
    ),
    "map-that-is-no-json": (
        "data/regions/izvor.geojson",
        "F015",
        _map('{"type": "FeatureCollection",\n "features": [{"type": "Feature",}]}'),
    ),
    "map-of-points": (
        "data/regions/izvor.geojson",
        "F017",
        _map(_feature("KRZ16", '{"type": "Point", "coordinates": [25, 41]}')),
    ),
    "map-without-code": ("data/regions/izvor.geojson", "F016", _map(_feature("", _SQUARE))),
    "map-turned-round": (
        "data/regions/izvor.geojson",
        "F018",
        _map(_feature("KRZ16", _SQUARE.replace("[25.0, 41.5]", "[41.5, 25.0]"))),
    ),
    "map-shows-one-twice": (
        "data/regions/izvor.geojson",
        "F019",
        _map(_feature("KRZ16", _SQUARE), _feature("KRZ16", _SQUARE)),
    ),
    "map-lacks-one": (
        "data/regions/izvor.geojson",
        "C011",
        _both(
            _map(_feature("KRZ16", _SQUARE)),
            _write(places__zvezdel="name: Звездел\ncode: KRZ02\nkind: municipality\nparent: BG425\n"),
        ),
    ),
    "map-of-a-neighbour": (
        "data/regions/izvor.geojson",
        "C012",
        _both(
            _map(_feature("KRZ16", _SQUARE), _feature("VRC10", _SQUARE)),
            _write(places__vratsa="name: Враца\ncode: VRC10\nkind: municipality\nparent: BG\n"),
        ),
    ),
    "map-of-no-place": (
        "data/regions/izvor.geojson",
        "V107",
        _map(_feature("KRZ16", _SQUARE), _feature("KRZ99", _SQUARE)),
    ),
    "id-of-a-list": (
        "data/organisations/cause-chista-reka.yaml",
        "C005",
        _write(organisations__cause_chista_reka=_GOOD),
    ),
    "id-of-a-month": (
        "data/events/month-2026-12.yaml",
        "C005",
        _write(events__month_2026_12=_MEETING),
    ),
    "id-of-a-proposal": (
        "data/events/sreshta-suggest.yaml",
        "C005",
        _write(events__sreshta=_MEETING, events__sreshta_suggest=_MEETING),
    ),
    "names-what-was-taken-down": (
        "data/organisations/klub-most.yaml",
        "C006",
        _write(
            organisations__klub_most="name: Клуб „Мост“\nkind: association\narea: [KRZ16]\nmembers: [klub-brod]\n",
            organisations__klub_brod="name: Клуб „Брод“\nkind: association\narea: [KRZ16]\nstatus: removed\n"
            "removed_reason: Организацията помоли за това.\n",
        ),
    ),
    "phone-of-another": (
        "data/organisations/klub-most.yaml",
        "C010",
        _write(
            organisations__klub_most=_GOOD.replace("Зелени Родопи", "Клуб „Мост“")
            + 'contact: {phones: ["+359 361 65 432"]}\n',
            organisations__klub_brod=_GOOD.replace("Зелени Родопи", "Клуб „Брод“")
            + 'contact: {phones: ["+359 36165432"]}\n',
        ),
    ),
    "site-of-another": (
        "data/organisations/klub-most.yaml",
        "C010",
        _write(
            organisations__klub_most=_GOOD.replace("Зелени Родопи", "Клуб „Мост“")
            + "contact: {website: https://klub.example.org/}\n",
            organisations__klub_brod=_GOOD.replace("Зелени Родопи", "Клуб „Брод“")
            + 'links: [{rel: website, url: "http://www.klub.example.org"}]\n',
        ),
    ),
    "file-beside-folders": ("data/klub-most.yaml", "F009", _file("klub-most.yaml")),
}
