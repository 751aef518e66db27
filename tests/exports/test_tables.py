"""CSV: what a spreadsheet would run or change is kept as it is written."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import exports
from plugins.site.cells import BYTE_ORDER_MARK, cell, to_csv
from tests.exports.conftest import MakeSite
from tests.exports.records import ALL

SIGNS = tuple("=+-@＝＋－＠")
HOSTILE = """
name: '=HYPERLINK("https://evil.example";"x")'
kind: association
area: [KRZ02]
aliases: ['@SUM(A1)', '-2+3']
"""


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+359 361 12345", "'+359 361 12345"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("＝1+1", "'＝1+1"),
        ("00607", "'00607"),
        ("0001234567890", "'0001234567890"),
        ("131045382000001", "'131045382000001"),
        ("-5,5", "-5,5"),
        ("6750", "6750"),
        ("2,1", "2,1"),
        ("KRZ02 | 00607", "KRZ02 | 00607"),
        ("дума", "дума"),
        ("а;=1+1", "а;'=1+1"),
        ('а; "=1+1', "а; \"'=1+1"),
        ("а\t@SUM(A1)", "а\t'@SUM(A1)"),
        ("ред\n=1+1\n- точка", "ред\n'=1+1\n'- точка"),
        ("6 = 2 + 4; вода", "6 = 2 + 4; вода"),
        (-5, -5),
        (2.5, 2.5),
        (True, "true"),
        (None, None),
    ],
)
def test_a_cell_is_neither_run_nor_rounded(value: str | float | bool | None, kept: object) -> None:  # noqa: FBT001 - a cell
    """A text that a spreadsheet would take for a formula or another number begins with an apostrophe."""
    assert cell(value) == kept


# what formulas are made of, more often than chance would have it
@given(st.text(alphabet=st.sampled_from("=+-@＝\t\r\n;,' \"01ая"), max_size=12) | st.text())
def test_no_text_begins_a_formula(text: str) -> None:
    """No cell begins a formula, wherever a spreadsheet parts it; but for guards it is the same."""
    written = str(cell(text))
    parts = re.split(r"[;\t\r\n]", written)
    assert [part for part in parts[1:] if part.strip().lstrip('"').strip().startswith(SIGNS)] == []
    assert not written.startswith((*SIGNS, "\t", "\r"))
    assert written.replace("'", "") == text.replace("'", "")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_lines_are_read_as_they_were_written(cells: list[str]) -> None:
    """Quotes, commas and line ends inside a cell stay inside it."""
    assert list(csv.reader(io.StringIO(to_csv([cells]), newline=""), strict=True)) == [
        [str(cell(text)) for text in cells]
    ]


def test_a_hostile_name_is_text(make_site: MakeSite) -> None:
    """A name that is a formula is the text of that formula."""
    content = make_site({"organisations/zlo": HOSTILE}).files(exports.plan_pages)["data/organisations.csv"].decode()
    (row,) = csv.DictReader(io.StringIO(content.removeprefix(BYTE_ORDER_MARK), newline=""))
    assert (row["name_bg"][:2], row["aliases"]) == ("'=", "'@SUM(A1) | -2+3")


def test_a_table_says_that_it_is_utf8(make_site: MakeSite) -> None:
    """Each table begins with the byte order mark, without which spreadsheets break Cyrillic."""
    files = make_site(ALL).files(exports.plan_pages)
    tables = {name: content.decode() for name, content in files.items() if name.endswith(".csv")}
    assert {name for name, text in tables.items() if text[0] != BYTE_ORDER_MARK or not text.endswith("\r\n")} == set()
    assert len(tables) > 10


def test_numbers_of_registers_keep_their_zeros(make_site: MakeSite) -> None:
    """A number of the register is written whole."""
    content = make_site(ALL).files(exports.plan_pages)["data/organisations-legal-identifiers.csv"].decode()
    assert content == "\ufefforganisation_id,scheme,id\r\nprimer,BG-EIK,'000694293\r\n"


def test_every_part_belongs_to_a_record_of_the_table(make_site: MakeSite) -> None:
    """The package names every column in its order, and no foreign key points at nothing."""
    files = make_site(ALL).files(exports.plan_pages)
    package = json.loads(files["data/datapackage.json"])
    tables = {
        each["name"]: (each["schema"], list(csv.reader(io.StringIO(files[f"data/{each['path']}"].decode("utf-8-sig")))))
        for each in package["resources"]
        if each.get("profile") == "tabular-data-resource"
    }
    for schema, (head, *lines) in tables.values():
        assert [field["name"] for field in schema["fields"]] == head
        for key in schema.get("foreignKeys", ()):
            target = tables[key["reference"]["resource"]][1]
            assert {line[0] for line in lines} <= {line[0] for line in target}
