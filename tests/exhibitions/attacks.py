"""Attack strings for every field and for Markdown, and a finder of what is live in a page."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

ATTACKS = (
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'\"><svg/onload=alert(1)>",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></ScRiPt>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example)",
    "[x](https://good.example@evil.example)",
    "[x]( <javascript:alert(1)> )",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "![x](https://evil.example/pixel.png)",
    '![x" onerror="alert(1)](x)',
    "![x](x){onerror=alert(1)}",
    "[x](https://a.example){onclick=alert(1) style=position:fixed id=main class=btn}",
    "# x {onclick=alert(1) id=main}",
    "<javascript:alert(1)>",
    "<style>body{display:none}</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<form action=//evil.example><button>x",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?php echo 1 ?>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '*[x]: "><img src=x onerror=alert(1)>\n\nx',
    '```"><img src=x onerror=alert(1)>\nx\n```',
    "`<img src=x onerror=alert(1)>`",
    "\\<img src=x onerror=alert(1)\\>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\x02klzzwxh:0001\x03 \x02wzxhzdk:0\x03",
    "{{ 7*7 }}{% include 'x' %}{# x #}",
    "${alert(1)} `${alert(1)}`",
    "| <img src=x onerror=alert(1)> | b |\n|---|---|\n| [x](javascript:alert(1)) | y |",
    "a\n:   <img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "\u202etxt.exe",
)
_LIVE = frozenset(
    {"script", "iframe", "object", "embed", "style", "base", "meta", "form"}
    | {"input", "button", "svg", "math", "img", "link", "video", "audio"}
)
_SCHEMES = ("", "http", "https", "mailto", "tel")


def live_markup(html: str) -> list[str]:
    """List the tags, handlers, styles and addresses in a fragment that could do or load anything."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    return finder.found


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LIVE:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "id", "class", "srcdoc", "src"):
                self.found.append(f"{name}={value}")
            if name == "href" and (urlsplit(value or "").scheme not in _SCHEMES or (value or "").startswith("//")):
                self.found.append(f"href={value}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")
