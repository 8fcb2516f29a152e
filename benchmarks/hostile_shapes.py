"""Articles made to hang a linter or to eat its memory: one kind of text, repeated up to a size.

In a unit, `§` is the number of the repetition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

PROSE = (
    "A tide table gives the times of high and low water for one port. Read the height first, then the hour, and add "
    "an hour in summer. The harbour master keeps a copy on the wall, and most skippers carry one of their own.\n\n"
)


class Shape(NamedTuple):
    """One shape; `make` returns its files, the article among them as `post.md`, for a size in bytes."""

    family: str
    name: str
    make: Callable[[int], dict[str, bytes]]


def shapes() -> Iterator[Shape]:
    """Yield every shape, family by family; the first is ordinary prose, to which the others are related."""
    yield Shape("prose", "paragraphs", lambda size: post(repeat(PROSE, size)))
    for family, (head, tail, units) in _FRONT_MATTER.items():
        for name, unit in units.items():
            yield Shape(family, name, _article(unit, head, tail))
    for family, (head, body_units) in _BODIES.items():
        for name, unit in body_units.items():
            yield Shape(family, name, _article(unit, head))
    for name, (opening, middle, closing) in _NESTED.items():
        yield Shape("nested", name, _nested(opening, middle, closing))
    for name, make in (_ODD | _SITES).items():
        yield Shape("encodings" if name in _ODD else "sites", name, make)


def repeat(unit: str, size: int) -> str:
    """Return `unit` as often as fits into `size` bytes of UTF-8, at least once."""
    if "§" not in unit:
        return unit * max(1, size // len(unit.encode()))
    pieces: list[str] = []
    while size > 0:
        pieces.append(unit.replace("§", str(len(pieces))))
        size -= len(pieces[-1].encode())
    return "".join(pieces)


def post(text: str, **others: bytes) -> dict[str, bytes]:
    """Return the files of a shape that is one article."""
    return {"post.md": text.encode(), **others}


def _article(unit: str, head: str = "", tail: str = "") -> Callable[[int], dict[str, bytes]]:
    return lambda size: post(head + repeat(unit, size) + tail)


def _nested(opening: str, middle: str, closing: str) -> Callable[[int], dict[str, bytes]]:
    def make(size: int) -> dict[str, bytes]:
        depth = max(1, size // len((opening + closing).encode()))
        return post(opening * depth + middle + closing * depth + "\n")

    return make


_TEXT = "\n---\n\n# A\n\nSome words.\n"
_DONE = "\n+++\n\n# A\n\nSome words.\n"

_FRONT_MATTER: dict[str, tuple[str, str, dict[str, str]]] = {
    "yaml": (
        "---\ntitle: A\n",
        _TEXT,
        {
            "keys": "key_§: value\n",
            "equal keys": "key: value\n",
            "misspelt keys": "titel_§: value\n",
            "keys without value": "key_§:\n",
            "keys of nothing": ": a\n",
            "long keys": "k" * 900 + "§: a\n",
            "complex keys": "? a§\n: b\n",
            "dates": "date_§: 2026-02-31\n",
            "numbers": "n§: 0123_456.7e10\n",
            "times": "t§: 12:30:45\n",
            "truths": "b§: no\n",
            "nulls": "n§: ~\n",
            "tagged": "n§: !!str a\n",
            "unsafe tags": "n§: !!python/object:os.system a\n",
            "binary": "n§: !!binary YWJj\n",
            "anchors": "a§: &a§ b\n",
            "aliases": "a§: &x b\nb§: *x\n",
            "unknown aliases": "a§: *x§\n",
            "merges": "a§: &x {b: c}\nd§:\n  <<: *x\n",
            "comments": "# a comment\n",
            "suppressions": "# lintarticle: ignore[tags/count]\n",
            "blank lines": "\n",
            "colons": "a§: b: c\n",
            "one-letter lines": "a\n",
            "tabs": "a§:\n\tb: c\n",
            "dashes": "- - - a\n",
            "maps in a list": "a§:\n  - b: c\n    d: e\n",
            "quotes": "a§: 'b''c'\n",
            "open quotes": "a§: 'b\n",
            "double quotes": 'a§: "b\\u0041\\n"\n',
            "folded": "a§: >\n  b\n  c\n",
            "literal": "a§: |\n  b\n",
            "documents": "---\na: b\n",
            "liquid": "a§: {{ page.a }}\n",
            "open braces": "a§: {b\n",
            "flow": "a§: {b: [c, d]}\n",
            "illustrations": "illustrations_§:\n  - type: hero\n    placement: top\n",
        },
    ),
    "yaml tags": (
        "---\ntitle: A\ntags:\n",
        _TEXT,
        {
            "hash tags": "  - '#t§'\n",
            "bare hash tags": "  - #t§\n",
            "equal tags": "  - tag\n",
            "tags": "  - tag §\n",
            "tags by case": "  - Tag-§\n  - tag §\n",
            "long tags": "  - " + "word " * 90 + "§\n",
            "stop words": "  - the\n",
            "misspelt tags": "  - lihgthouse§\n",
            "null tags": "  -\n",
            "number tags": "  - §\n",
            "tags of maps": "  - name: t§\n",
            "lists as tags": "  - [a, b]\n",
        },
    ),
    "yaml values": (
        "---\n",
        _TEXT,
        {
            "flow tags": "tags: [" + "a, " * 300 + "b]\n",
            "tags with commas": "tags: " + "a, " * 300 + "b\n",
            "authors": "authors:\n  - name: A\n",
            "images": "image: a§.png\n",
            "aliases": "aliases: [/a§]\n",
        },
    ),
    "yaml title": (
        "---\ntitle: ",
        _TEXT,
        {
            "words": "word ",
            "letters": "a",
            "dots": ".",
            "signs": "a! b? ",
            "emoji": "👩‍👩‍👧",
            "marks": "á́́",
            "capitals": "ABC ",
            "markup": "**a** `b` ",
            "Chinese": "港の夜",
        },
    ),
    "yaml excerpt": (
        "---\nexcerpt: ",
        _TEXT,
        {"words": "word ", "links": "[a](b) ", "open links": "[a](", "asterisks": "*", "dots": "… ", "spaces": " a  "},
    ),
    "yaml tag list": (
        "---\ntags: [",
        "]" + _TEXT,
        {"tags": "tag§, ", "hash tags": "'#t§', ", "equal tags": "t, ", "commas": ", ", "open quotes": "'a, "},
    ),
    "yaml illustrations": (
        "---\ntitle: A\nillustrations:\n",
        "\n---\n\n# A\n\nWords.\n\n## Part 1\n\nWords.\n\n## Part 2\n\nWords.\n",
        {
            "hero": "  - type: hero\n    placement: top\n    description: Ships.\n",
            "placements": '  - type: photo\n    placement: after "Part §"\n    prompt: Ships.\n',
            "unknown placements": "  - type: photo\n    placement: after the party §\n",
            "equal prompts": "  - prompt: A harbour wall at low water.\n",
            "strings": "  - A picture of ships, number §.\n",
            "files": "  - file: a§.png\n    alt: Ships\n",
            "unknown types": "  - type: heroo§\n",
            "numbers": "  - placement: after section §\n",
            "nulls": "  -\n",
        },
    ),
    "toml": (
        '+++\ntitle = "A"\n',
        _DONE,
        {
            "keys": "k§ = 1\n",
            "equal keys": "k = 1\n",
            "tables": "[t§]\na = 1\n",
            "array tables": "[[t]]\na = 1\n",
            "dotted keys": "a.b§.c = 1\n",
            "inline tables": "a§ = {b = 1, c = 2}\n",
            "arrays": "a§ = [1, 2, 3]\n",
            "multi-line strings": 'a§ = """\nb\n"""\n',
            "literal strings": "a§ = '''\nb\n'''\n",
            "dates": "d§ = 2026-02-31\n",
            "comments": "# a\n",
            "escapes": 'a§ = "\\u0041\\n"\n',
            "unquoted": "a§ = b\n",
            "open quotes": 'a§ = "b\n',
            "illustrations": '[[illustrations]]\ntype = "hero"\nplacement = "top"\n',
        },
    ),
    "toml tags": (
        '+++\ntitle = "A"\ntags = [',
        "]" + _DONE,
        {"tags": '"t§", ', "hash tags": '"#t§", ', "equal tags": '"t", ', "nested": "["},
    ),
    "toml strings": (
        '+++\ntitle = "',
        '"' + _DONE,
        {"words": "word ", "escapes": "\\n", "quotes": '\\"'},
    ),
    "json": (
        '{"title": "A"',
        "}\n\n# A\n\nSome words.\n",
        {
            "keys": ', "k§": 1',
            "keys on lines": ',\n  "k§": "v"',
            "equal keys": ', "k": 1',
            "objects": ', "k§": {"a": [1, {"b": null}]}',
            "strings": ', "k§": "\\u0041\\n"',
            "numbers": ', "k§": 123456789012345678901234567890e10',
            "commas": ",",
            "illustrations": ', "illustrations": [{"type": "hero"}]',
        },
    ),
    "json tags": (
        '{"title": "A", "tags": [',
        '"z"]}\n\n# A\n\nSome words.\n',
        {"tags": '"t§", ', "hash tags": '"#t§", ', "equal tags": '"t", ', "lines": '\n  "t§",'},
    ),
    "json fenced": (";;;\n{", "}\n;;;\n\n# A\n", {"keys": '"k§": 1,\n', "open strings": '"k§: 1,\n'}),
    "open fences": (
        "---\n",
        "",
        {
            "yaml": "key§: value\n",
            "long fences": "-----\n",
            "fences": "---\n",
            "spaced fences": "- - -\n",
            "dashes": "-",
            "fences with text": "--- a\n",
        },
    ),
    "code fence": ("```yaml\n---\n", "\n---\n```\n\n# A\n", {"keys": "key§: value\n"}),
}

_BODIES: dict[str, tuple[str, dict[str, str]]] = {
    "headings": (
        "",
        {
            "headings": "## Part §\n\n",
            "equal headings": "## Part\n\n",
            "empty headings": "#\n",
            "signs": "#",
            "six levels": "###### a\n",
            "underlined": "Part §\n===\n\n",
            "with anchors": "## Part {#part-§}\n\n",
            "open anchors": "## a {# {# {#",
            "braces": "## {{{{{{{{ }}}}\n",
            "top level": "# a\n\nWords.\n\n",
            "bold": "**Part §**\n\nWords.\n\n",
            "html": "<h2>Part §</h2>\n",
            "html with ids": "<h2 id=p§>Part</h2>\n",
            "long": "## " + "word " * 1000 + "\n\n",
            "closed": "## a ## ## ##\n",
            "numbered": "## §. Part\n\nWords.\n\n",
            "emoji": "## 🎉 Part §!\n\n",
        },
    ),
    "links": (
        "# A\n\n",
        {
            "links": "[a§](b§.md) ",
            "links on lines": "[here](https://example.org/§)\n\n",
            "equal links": "[here](b.md) ",
            "fragments": "[a](#part-§) ",
            "fragments and headings": "## Part §\n\n[a](#part-§)\n\n",
            "fragments elsewhere": "[a](b.md#part-§) ",
            "references": "[a][r§] ",
            "references and definitions": "[a][r§]\n\n[r§]: b\n\n",
            "definitions": "[r§]: https://example.org\n",
            "equal definitions": "[r]: b\n",
            "definitions with titles": "[r§]: b 'title'\n",
            "open definitions": "[r§]: b 'title\n",
            "short references": "[r§] ",
            "open links": "[a](b ",
            "open targets": "[a](<b ",
            "open titles": "[a](b 'c ",
            "empty links": "[]() ",
            "autolinks": "<https://example.org/§> ",
            "addresses": "https://example.org/§ ",
            "tracked addresses": "https://example.org/?utm_source=a§ ",
            "tracked links": "[a](https://example.org/?utm_source=a§&utm_medium=b) ",
            "mail": "a§@example.org ",
            "footnotes": "a[^§]\n\n[^§]: b\n\n",
            "footnote marks": "a[^§] ",
            "footnote texts": "[^§]: b\n",
            "wiki links": "[[a§|b]] ",
            "table of contents": "- [Part §](#part-§)\n",
            "escaped": "\\[a\\](b) ",
            "html": "<a href=b§>here</a> ",
            "slashes": "[a](" + "../" * 200 + "b) ",
            "dots": "[a](" + "./" * 200 + "b) ",
            "percents": "[a](%E0%A4%A§) ",
        },
    ),
    "images": (
        "# A\n\n",
        {
            "images": "![a§](b§.png)\n\n",
            "equal images": "![a](b.png)\n\n",
            "without alt": "![](b§.png) ",
            "references": "![a][r§] ",
            "open": "![",
            "html": "<img src=b§.png alt=a>\n",
            "html without end": '<img alt="',
            "hot links": "![a](https://example.org/b§.png)\n\n",
            "data": "![a](data:image/png;base64," + "A" * 500 + ")\n\n",
            "figures": '{{< figure src="b§.png" alt="a" >}}\n\n',
            "sizes": "![a](b.png =100x§)\n\n",
            "long alt": "![" + "word " * 200 + "](b§.png)\n\n",
        },
    ),
    "inline": (
        "# A\n\n",
        {
            "brackets": "[",
            "closing brackets": "]",
            "pairs of brackets": "[]",
            "parentheses": "(",
            "asterisks": "*",
            "underscores": "_",
            "strong": "**a** ",
            "open strong": "**a ",
            "mixed emphasis": "*a **b _c ",
            "emphasis in words": "a*b*",
            "tildes": "~~a~~ ",
            "open tildes": "~~a ",
            "back-ticks": "`",
            "code": "`a` ",
            "open code": "`a ``b ```c ",
            "entities": "&amp; &#65; ",
            "ampersands": "&a",
            "backslashes": "\\",
            "escapes": "\\*",
            "hard breaks": "a  \n",
            "angles": "<",
            "closing angles": ">",
            "tags": "<b>a</b> ",
            "open tags": "<a ",
            "attributes": "<a " + "b=c " * 200 + ">x</a> ",
            "comments": "<!-- a --> ",
            "open comments": "<!-- a ",
            "declarations": "<![CDATA[ ",
            "instructions": "<?a ",
            "quotes": "\"a\" 'b' ",
            "open quotes": '"a ',
            "curly quotes": "“a” ‘b’ ",
            "braces": "{",
            "dollars": "$a ",
            "math": "$a$ ",
            "colons": "::a ",
            "pipes": "|",
            "pipes and words": "a | b ",
            "dashes": "a -- b — ",
        },
    ),
    "blocks": (
        "# A\n\n",
        {
            "blank lines": "\n",
            "lines of a letter": "a\n",
            "paragraphs of a letter": "a\n\n",
            "quotes": "> a\n",
            "quotes apart": "> a\n\n",
            "lists": "- a\n",
            "lists apart": "- a\n\nb\n\n",
            "ordered lists": "1. a\n",
            "tasks": "- [ ] a§\n",
            "list marks": "- ",
            "quotes and lists": "> - ",
            "rules": "---\n\n",
            "rules of asterisks": "* * *\n",
            "underlines": "===\n",
            "fences": "```\na\n```\n\n",
            "open fences": "```\n~~~~\n",
            "longer fences": "````\n```\n",
            "indented code": "    a\n\n",
            "table rows": "| a | b |\n|---|---|\n| c | d |\n\n",
            "math": "$$\na\n$$\n\n",
            "open math": "$$\na\n\n",
            "directives": "::: note\na\n:::\n\n",
            "open directives": "::: note\n",
            "attributes": "a\n{: .b}\n\n",
            "html": "<div>\na\n</div>\n\n",
            "open html": "<div>\n",
            "details": "<details><summary>a</summary>\n\nb\n\n</details>\n\n",
            "scripts": "<script>\na\n</script>\n\n",
            "open scripts": "<script>\n\n",
            "comments": "<!-- a\n\nb -->\n\n",
            "suppressions": "<!-- lintarticle: ignore[links/empty] -->\n\n",
            "suppressions on and off": "<!-- lintarticle: disable -->\n\na\n\n<!-- lintarticle: enable -->\n\n",
            "conflict marks": "<<<<<<< a\n=======\n>>>>>>> b\n",
            "definitions of terms": "a\n: b\n\n",
        },
    ),
    "table": (
        "# A\n\n| a | b |\n|---|---|\n",
        {
            "rows": "| a | b |\n",
            "numbers": "| row § | §.50 |\n",
            "long cells": "| " + "word " * 200 + "| b |\n",
            "wide rows": "| a " * 200 + "|\n",
            "bars": "|||||||||\n",
            "escaped bars": "| \\| | \\| |\n",
            "links": "| [a](b) | ![c](d) |\n",
        },
    ),
    "templates": (
        "# A\n\n",
        {
            "shortcodes": "{{< note >}}a{{< /note >}} ",
            "open shortcodes": "{{< note ",
            "unpaired shortcodes": "{{< highlight >}}\n",
            "attributes": '{{< a b="c" d="e" >}}\n',
            "percent shortcodes": "{{% note %}}a{{% /note %}}\n",
            "Liquid tags": "{% if a %}b{% endif %}\n",
            "open Liquid tags": "{% if ",
            "raw": "{% raw %}{{ a }}{% endraw %}\n",
            "open raw": "{% raw %}\n",
            "expressions": "{{ a }} ",
            "open expressions": "{{ a ",
            "Jinja comments": "{# a #} ",
            "open Jinja comments": "{# a ",
            "code": "{% highlight a %}\nb\n{% endhighlight %}\n",
        },
    ),
    "mdx": (
        "import A from './a'\n\n# A\n\n",
        {
            "components": "<A b={c}>\n\nWords.\n\n</A>\n\n",
            "open components": "<A>\n",
            "expressions": "{a} ",
            "open expressions": "{a ",
            "comments": "{/* a */} ",
            "open comments": "{/* a ",
            "imports": "import B§ from './b'\n",
            "open imports": "import {\n",
            "exports": "export const a§ = {b: 1}\n\n",
            "open exports": "export const a = {\n\n",
            "template literals": "{`a ${b} c`} ",
            "open template literals": "{`a ",
            "attributes": "<A b='c' d={e} f />\n",
        },
    ),
    "debris": (
        "# A\n\n",
        {
            "placeholders": "[Your name here §]\n\n",
            "upper-case placeholders": "[INSERT A] ",
            "todo": "TODO: a §\n\n",
            "to come": "TK ",
            "dummy text": "lorem ipsum dolor sit amet ",
            "citations": "【12†source】 ",
            "model marks": "citeturn0search1 ",
            "content references": ":contentReference[oaicite:§]{index=§} ",
            "voice": "As an AI language model, I cannot. ",
            "assistants": "Certainly! Here is the article.\n\n",
            "toasts": "The link has been copied!\n\n",
            "near toasts": "the link has been \n",
            "advertisements": "Advertisement\n\n",
            "wrong decoding": "Ã©â€™ ",
            "zero width": "a\u200bb\u200d",
            "soft hyphens": "a\u00adb",
            "no-break spaces": "a\u00a0b ",
            "directions": "\u202ea\u202c ",
            "wrapper": "```markdown\n# A\n```\n",
            "angles": "<your name> ",
            "braces": "{{NAME}} ",
            "percents": "%NAME% ",
            "x": "xxx XXX ",
            "underscores": "____ ",
        },
    ),
    "metadata blocks": (
        "# A\n\nSome words.\n\n---\n\n",
        {
            "excerpts": "**SEO Excerpt:** Words.\n\n",
            "excerpts on lines": "**SEO Excerpt:** Words.\n",
            "tags": "**SEO Tags:** a, b, c\n\n",
            "labels": "**Label §:** Words.\n\n",
            "plain labels": "Title: a\n",
            "bullets": "- **Title:** a\n",
            "headings": "## SEO Excerpt\n\nWords.\n\n",
            "quoted": "> **Title:** a\n",
            "table": "| Title | a |\n|---|---|\n",
            "illustrations": "**Suggested Illustrations:**\n\n1. **Hero** (Top of post): Ships. Prompt: “ships”\n\n",
            "comments": "<!-- SEO Title: a -->\n\n",
            "counts": "**Title** (49 chars): a\n\n",
            "open bold": "**Title: a\n",
            "colons": ":",
            "bold colons": "**:** ",
            "labels without value": "**SEO Excerpt:**\n\n",
            "group headings": "## SEO\n\n**Title:** a\n\n",
            "language": "**Meta-Beschreibung:** Wörter.\n\n",
        },
    ),
    "metadata in one": (
        "# A\n\nSome words.\n\n---\n\n**SEO Excerpt:** a\n\n**SEO Tags:** ",
        {"tags": "tag§, ", "hash tags": "#t§ ", "equal tags": "t, ", "bars": "a | b; ", "words": "word "},
    ),
    "illustration lists": (
        "# A\n\nWords.\n\n## Part 1\n\nWords.\n\n---\n\n**SEO Excerpt:** a\n\n**Suggested Illustrations:**\n\n",
        {
            "items": "1. **Hero** (Top of post): Ships, number §. Prompt: “ships”\n",
            "items apart": '1. **Photo** (After "Part 1" section): Ships.\n\n',
            "bullets": "- Ships, number §\n",
            "parts": "- **Placement:** top\n",
            "open prompts": "1. **Hero** (Top): Prompt: “ships\n",
            "parentheses": "1. **Hero** ((((((((\n",
            "headings": "### Illustration §\n\nPlacement: top\n\n",
        },
    ),
    "illustration marks": (
        "# A\n\n",
        {
            "marks": "[IMAGE: ships §]\n\n",
            "open marks": "[IMAGE: ",
            "insertions": "[Insert image of ships here]\n\n",
            "verbs": "[insert a a a ",
            "targets": "![a](IMAGE: ships §)\n\n",
            "comments": "<!-- IMAGE: ships -->\n\n",
            "quotes": "> [IMAGE SUGGESTION: ships]\n\n",
            "brackets": "[IMAGE: [[[[",
        },
    ),
    "text": (
        "# A\n\n",
        {
            "one line": "Words and more words. ",
            "one paragraph": "Words and more words.\n",
            "one word": "a",
            "hyphens": "a-",
            "apostrophes": "a'",
            "sentences of a letter": "A. ",
            "exclamations": "A! ",
            "questions": "? ",
            "dots": ".",
            "ellipses": "…",
            "digits": "1",
            "numbers": "1,234.5 ",
            "spaces": " ",
            "tabs": "\t",
            "marks": "á",
            "heap of marks": "\u0301",
            "Arabic": "مرحبا بالعالم. ",
            "direction marks": "\u200f\u200e",
            "emoji": "👩‍👩‍👧 ",
            "flags": "🇩🇪",
            "Chinese": "港の夜。",
            "Thai": "สวัสดีชาวโลก",
            "Hangul": "\u1100\u1161\u11a8",
            "German": "Der Leuchtturm ist bzw. war z. B. alt. ",
            "abbreviations": "e.g. i.e. Dr. St. ",
            "equal openings": "However, it is. ",
            "controls": "a\x01\x1b[31m",
            "ideographic spaces": "　",
            "line separators": "a\u2028b\u2029",
            "form feeds": "a\f\v",
            "bars of light": "█▓▒",
        },
    ),
    "header lines": (
        "",
        {"Pelican": "Key§: value\n", "labels": "Title: a\n", "Hexo": "title: a\nkey§: b\n"},
    ),
}

_NESTED: dict[str, tuple[str, str, str]] = {
    "links": ("[", "a", "](b)"),
    "images": ("![", "a", "](b)"),
    "quotes": (">", "a", ""),
    "emphasis": ("*a **b ", "c", "** *"),
    "tags": ("<div>", "a", "</div>"),
    "tags on lines": ("<div>\n", "a\n", "</div>\n"),
    "shortcodes": ("{{< a >}}", "b", "{{< /a >}}"),
    "parentheses": ("[a](", "b", ")"),
    "yaml lists": ("---\na: " + "", "", "\n---\n"),
    "json lists": ("[", "1", "]"),
    "json objects": ('{"a":', "1", "}"),
}


def _front(opening: str, head: str, tail: str) -> Callable[[int], dict[str, bytes]]:
    return lambda size: post(head + repeat(opening, size) + tail)


def _indented(size: int) -> str:
    depth = int((2 * size / 2) ** 0.5)
    return "".join("  " * level + f"a{level}:\n" for level in range(depth))


def _deep_list(size: int) -> str:
    return "".join("  " * level + "- a\n" for level in range(int(size**0.5)))


def _back_ticks(size: int) -> str:
    return "a".join("`" * length for length in range(int((2 * size) ** 0.5)))


def _bomb(size: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]\n"]
    while sum(map(len, lines)) < size:
        before = len(lines) - 1
        lines.append(f"a{before + 1}: &a{before + 1} [{', '.join([f'*a{before}'] * 9)}]\n")
    return "".join(lines)


def _bytes(data: bytes, head: bytes = b"# A\n\n") -> Callable[[int], dict[str, bytes]]:
    return lambda size: {"post.md": head + data * (size // len(data))}


_ODD: dict[str, Callable[[int], dict[str, bytes]]] = {
    "UTF-16": lambda size: {"post.md": repeat("Words. ", size // 2).encode("utf-16")},
    "Latin-1": _bytes("Möwe ".encode("latin-1")),
    "NUL": _bytes(b"\0"),
    "invalid": _bytes(b"\xff"),
    "half characters": _bytes(b"\xf0\x9f"),
    "surrogates": _bytes(b"\xed\xa0\x80"),
    "CR": _bytes(b"words\r"),
    "CR alone": _bytes(b"\r"),
    "CR LF": _bytes(b"words\r\n\r\n"),
    "mixed line ends": _bytes(b"a\r\nb\nc\rd\r\r\n"),
    "byte order marks": _bytes(b"\xef\xbb\xbf"),
    "every byte": _bytes(bytes(range(1, 128))),
    "random ASCII": lambda size: post("".join(chr(32 + at * at * 7919 % 95) for at in range(size))),
    "deep YAML": lambda size: post(f"---\n{_indented(size)}---\n\nWords.\n"),
    "deep YAML lists": _front("[", "---\na: ", "\n---\n"),
    "deep YAML maps": _front("{a: ", "---\na: ", "\n---\n"),
    "YAML bomb": lambda size: post(f"---\n{_bomb(size)}---\n\nWords.\n"),
    "deep TOML arrays": _front("[", "+++\na = ", "\n+++\n"),
    "deep TOML keys": _front("a.", "+++\n", "a = 1\n+++\n"),
    "deep list": lambda size: post(_deep_list(size)),
    "runs of back-ticks": lambda size: post(_back_ticks(size)),
    "wide table": lambda size: post(f"{'|a' * (size // 6)}|\n{'|-' * (size // 6)}|\n{'|b' * (size // 6)}|\n"),
    "wide and long table": lambda size: post(f"{'|a' * 1000}\n{'|-' * 1000}\n" + repeat("|b\n", size)),
    "shortened table": lambda size: post(f"{'|a' * (size // 8)}\n{'|-' * (size // 8)}\n" + repeat("|\n", size // 2)),
    "links and definitions": lambda size: post(repeat("[a][r§] ", size // 2) + "\n\n" + repeat("[r§]: b\n", size // 2)),
    "contents and headings": lambda size: post(
        repeat("- [Part §](#part-§)\n", size // 2) + "\n" + repeat("## Part §\n\n", size // 2)
    ),
    "wrong contents": lambda size: post(
        repeat("- [Part §](#prat-§)\n", size // 2) + "\n" + repeat("## Part §\n\n", size // 2)
    ),
    "placements and headings": lambda size: post(
        "---\ntitle: A\nillustrations:\n"
        + repeat('  - type: photo\n    placement: after "Part § of it"\n', size // 2)
        + "---\n\n"
        + repeat("## Part §\n\n", size // 2)
    ),
    "tags and headings": lambda size: post(
        "---\ntitle: A\ntags:\n" + repeat("  - part §\n", size // 2) + "---\n\n" + repeat("## Part §\n\n", size // 2)
    ),
    "images and alt": lambda size: post(
        "---\ncover: a.png\nimages:\n"
        + repeat("  - a§.png\n", size // 2)
        + "---\n\n"
        + repeat("![a§](a§.png)\n", size // 2)
    ),
    "problems and suppressions": lambda size: post(
        repeat("<!-- lintarticle: ignore[links/empty] a§ -->\n[a]()\n\n", size)
    ),
    "mdx file": lambda size: {"post.mdx": repeat("<A b={c}>d</A> {e} ", size).encode()},
    "mdx braces": lambda size: {"post.mdx": b"{" * size},
    "mdx angles": lambda size: {"post.mdx": b"<" * size},
    "mdx tags": lambda size: {"post.mdx": b"<a b='" * (size // 6)},
}

_HEAD = "---\ntitle: A tide table\ncover: cover.svg\nexcerpt: How to read one.\ntags: [tides]\n---\n\n# A\n\nWords.\n\n"


def _site(config: str, **others: bytes) -> dict[str, bytes]:
    return {"post.md": _HEAD.encode(), "lintarticle.toml": config.encode(), **others}


_COVER = '[types.post]\nfiles = ["*.md"]\n\n[types.post.fields]\ncover = {type = "image", min-width = 10}\n'

_SITES: dict[str, Callable[[int], dict[str, bytes]]] = {
    "exclude with stars": lambda size: _site(
        f'exclude = ["{"*a" * min(size // 2, 50_000)}*b"]\n', **{"a" * 200 + ".md": b"# A\n"}
    ),
    "gitignore with stars": lambda size: {
        ".gitignore": (repeat("*a", size) + "*b\n").encode(), "a" * 200 + ".md": b"# A\n", "post.md": b"# A\n"
    },
    "gitignore with folders": lambda size: {
        ".gitignore": (repeat("**/a/", size) + "b\n").encode(), "a/" * 60 + "c.md": b"# A\n", "post.md": b"# A\n"
    },
    "many exclusions": lambda size: _site(f"exclude = [{repeat(chr(34) + 'drafts/§/*.md' + chr(34) + ', ', size)}]\n"),
    "many ignored paths": lambda size: {"post.md": b"# A\n", ".gitignore": repeat("drafts/§/*.md\n", size).encode()},
    "deep folders": lambda size: {"a/" * 400 + "post.md": b"# A\n", "post.md": b"# A\n"},
    "many files": lambda size: {f"{at}.md": b"# A\n" for at in range(size // 1000)},
    "vocabulary": lambda size: {
        "post.md": b"---\ntitle: A\ntags: [tidse, hrabour]\n---\n\n# A\n",
        "tags.txt": repeat("term §\n", size).encode(),
        "lintarticle.toml": b'[rules."tags/vocabulary"]\nfile = "tags.txt"\n',
    },
    "huge cover": lambda size: _site(_COVER, **{"cover.svg": b"<svg " + b" " * size}),
    "cover of digits": lambda size: _site(_COVER, **{"cover.svg": b'<svg width="' + b"9" * size + b'" height="1">'}),
    "cover of attributes": lambda size: _site(_COVER, **{"cover.svg": b"<svg " + b'a="b" ' * (size // 6)}),
    "linked pages": lambda size: {
        "post.md": "".join(f"[a](page{at}.md#part-x)\n\n" for at in range(40)).encode(),
        **{f"page{at}.md": repeat("## Part §\n\n", size).encode() for at in range(40)},
    },
    "linked prose": lambda size: {
        "post.md": "".join(f"[a](page{at}.md#part-x)\n\n" for at in range(40)).encode(),
        **{f"page{at}.md": repeat(PROSE, size).encode() for at in range(40)},
    },
}  # fmt: skip
