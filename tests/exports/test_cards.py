"""Cards, read by another library."""

import vobject  # type: ignore[import-untyped]  # the package has no types

from plugins import exports
from tests.exports.conftest import MakeSite
from tests.exports.records import ALL, ORGANISATION


def test_a_card_says_how_to_reach_an_organisation(make_site: MakeSite) -> None:
    """Name, mail, telephone, address and summary come back as they stand in the record."""
    card = vobject.readOne(make_site(ALL).files(exports.plan_pages)["organisations/primer.vcf"].decode())
    assert card.version.value == "3.0"
    assert (card.fn.value, card.org.value) == ("Сдружение „Пример“", ["Сдружение „Пример“"])
    assert (card.email.value, card.tel.value, card.url.value) == (
        "office@primer.example",
        "+359 361 12345",
        "https://primer.example",
    )
    first, second = card.contents["adr"]
    assert (first.value.street, first.value.code, first.value.city) == ("ул. „Първа“ 1", "6750", "Ардино")
    assert (second.value.street, second.value.code) == ("", "")
    assert card.note.value == "Чистим реката, заедно; всяка събота."


def test_a_card_speaks_the_language_of_its_page(make_site: MakeSite) -> None:
    """On a Turkish page the name is the Turkish one."""
    card = vobject.readOne(make_site(ALL).files(exports.plan_pages, "tr")["organisations/primer.vcf"].decode())
    assert (card.fn.value, card.categories.value) == ("Örnek Derneği", ["Сдружение"])


def test_who_cannot_be_reached_has_no_card(make_site: MakeSite) -> None:
    """An organisation without contact has none."""
    assert "organisations/vtora.vcf" not in make_site(ALL).files(exports.plan_pages)


def test_no_text_adds_a_line(make_site: MakeSite) -> None:
    """Marks of the format inside a name stay inside it."""
    hostile = ORGANISATION.replace("Сдружение „Пример“", '"Име; TEL:112, \\\\n край"')
    card = vobject.readOne(
        make_site({**ALL, "organisations/primer": hostile})
        .files(exports.plan_pages)["organisations/primer.vcf"]
        .decode()
    )
    assert (card.fn.value, len(card.contents["tel"])) == ("Име; TEL:112, \\n край", 1)
