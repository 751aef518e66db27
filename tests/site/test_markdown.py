import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from plugins.site.markdown import markdown_words, render_fully, render_markdown
from tests.exhibitions.attacks import ATTACKS, live_markup

CASES = [
    ("", ""),
    ("Река.", "<p>Река.</p>"),
    ("Едно\nдве.\n\n\nТри – „четири“!", "<p>Едно\nдве.</p>\n<p>Три – „четири“!</p>"),
    ("**силно** и *меко*", "<p><strong>силно</strong> и <em>меко</em></p>"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("a  \nb", "<p>a<br>\nb</p>"),
    ("*merhaba*{lang=tr}", '<p><em lang="tr">merhaba</em></p>'),
    ('*x*{lang="x y" id=main class=btn}', "<p><em>x</em></p>"),
    ("дума\n:   значение", "<dl>\n<dt>дума</dt>\n<dd>значение</dd>\n</dl>"),
    ("НПО\n\n*[НПО]: неправителствена", '<p><abbr title="неправителствена">НПО</abbr></p>'),
    ("<b>не</b>", "<p>&lt;b&gt;не&lt;/b&gt;</p>"),
    ("![вид](снимка.jpg)", "<p>вид</p>"),
    ("<office@example.org>", '<p><a href="mailto:office@example.org">office@example.org</a></p>'),
]
LINKS = [
    ("https://example.org/?a=1&copy=2", '<a href="https://example.org/?a=1&amp;copy=2" rel="noopener">x</a>'),
    ("https://example.org/?a=1&amp;b;=2", '<a href="https://example.org/?a=1&amp;b;=2" rel="noopener">x</a>'),
    ("mailto:a@example.org", '<a href="mailto:a@example.org">x</a>'),
    ("tel:112", '<a href="tel:112">x</a>'),
    ("cause:reki", '<a href="../cause/reki.html">x</a>'),
    ("cause:reki#why", '<a href="../cause/reki.html#why">x</a>'),
    ("cause:none", "x"),
    ("../index.html", "x"),
    ("#main", "x"),
    ("javascript:alert(1)", "x"),
]
PATIENCE = ["[", "![", "*", "_", "`", "<", "&", "> ", "- ", "1. ", "|", "a\n: b\n", "a\n=\n", "[a]: b\n", "    "]
# what plain texts are made of, and what is next to plain
BITS = st.sampled_from(["река", "a", " ", "  ", "\n", "\n\n", ".", "1", "1.", "-", "–", "„", "“", ":", "!", "(", ")"])
MORE = st.sampled_from(["#", "+", "=", "~", "*", "_", "[", "]", "&", "<", ">", "\t", "\xa0", "\r", "\u2028", "{", "|"])


def resolve(kind: str, id: str) -> str | None:
    """Stand for a site that has every record but `none`."""
    return None if id == "none" else f"../{kind}/{id}.html"


@pytest.mark.parametrize(("source", "html"), CASES)
def test_markdown_becomes_plain_html(source: str, html: str) -> None:
    """Each construct gives the element that readers and screen readers know."""
    assert render_markdown(source) == html


@pytest.mark.parametrize(("address", "html"), LINKS)
def test_links_are_vetted(address: str, html: str) -> None:
    """Safe addresses and records of the site become links; of others the words stay."""
    assert render_markdown(f"[x]({address})", resolve=resolve) == f"<p>{html}</p>"


def test_headings_go_below_those_of_the_page() -> None:
    """The highest heading is the one asked for, and no level is left out on the way down."""
    html = render_markdown("### а\n\n##### б\n\n#### в\n\n# г\n\n###### д", heading_level=3)
    assert re.findall(r"<h(\d)", html) == ["3", "4", "4", "3", "4"]


def test_columns_are_named() -> None:
    """Headings of columns have a scope; an empty corner is no heading."""
    html = render_markdown("|  | б |\n|---|---|\n| 1 | 2 |")
    assert '<td></td>\n<th scope="col">б</th>' in html


def test_words_lose_their_marks() -> None:
    """Plain words keep the order of the text, with entities decoded."""
    assert markdown_words("## Река\n\n**Арда** & [брегът](https://example.org) <b>") == "Река\nАрда & брегът <b>"


@given(st.lists(BITS | MORE).map("".join) | st.text())
def test_short_cut_gives_the_same_bytes(source: str) -> None:
    """Text that takes the short cut comes out as it would by the long way."""
    assert render_markdown(source) == render_fully(source)


@given(st.lists(st.sampled_from(ATTACKS) | BITS | MORE).map("".join))
def test_attacks_are_inert(source: str) -> None:
    """No combination of attack strings leaves live markup, a style, an id or a foreign address."""
    assert live_markup(render_markdown(source, resolve=resolve)) == []


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_attack_is_inert(attack: str) -> None:
    """No attack string alone leaves live markup."""
    assert live_markup(render_markdown(attack, resolve=resolve)) == []


@pytest.mark.parametrize("mark", PATIENCE)
def test_hostile_length_becomes_text(mark: str) -> None:
    """A text of one mark over and over is shown as text; the parser never sees it."""
    source = (mark + "\n" * ("\n" in mark)) * 20_000 + "край"
    assert render_markdown(source).startswith(f"<p>{escape(mark.strip())}")
    assert "<em>" not in render_markdown(source)
