"""The body: headings, sections, images, links, prose, and what must not be taken for them."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from lintarticle.article.markdown.body import Body
from lintarticle.article.markdown.body_reader import BodyReader
from lintarticle.article.markdown.elements import Image, Link
from lintarticle.article.markdown.parser import _State
from lintarticle.source import SourceText, Span


def read(text: str, *, mdx: bool | None = None) -> Body:
    return BodyReader().read(SourceText(text), (), mdx=mdx)


def image(text: str) -> Image:
    (found,) = read(text).images
    return found


def link(text: str) -> Link:
    (found,) = read(text).links
    return found


def words(text: str) -> list[str]:
    return read(text).prose.split()


# --- headings and sections ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "level", "plain", "written", "kind_and_anchor"),
    [
        ("# Tides", 1, "Tides", "Tides", "atx"),
        ("###   Tides `x` &amp; *ebb*  ###", 3, "Tides x & ebb", "Tides `x` &amp; *ebb*", "atx"),
        ("## Tides {#ebb}", 2, "Tides", "Tides", "atx ebb"),
        ("## Tides {#ebb .wide} ##", 2, "Tides", "Tides", "atx ebb"),
        ("## Tides {.wide}", 2, "Tides", "Tides", "atx"),
        ("## Tides {: #ebb}", 2, "Tides", "Tides", "atx ebb"),
        ('## <a id="ebb"></a>Tides', 2, "Tides", '<a id="ebb"></a>Tides', "atx ebb"),
        ("Tides\n=====", 1, "Tides", "Tides", "setext"),
        ("High\nand low\n---", 2, "High and low", "High\nand low", "setext"),
        ('<h2 id="ebb">Tides <em>at</em>\nnight</h2>', 2, "Tides at night", "Tides <em>at</em>\nnight", "html ebb"),
        ("## ![Map](m.png)", 2, "Map", "![Map](m.png)", "atx"),
        ("## {{< icon >}} Tides", 2, "Tides", "{{< icon >}} Tides", "atx"),
        ("##", 2, "", "", "atx"),
        ("# \xa0Tides", 1, "Tides", "Tides", "atx"),
        ("# 港の夜", 1, "港の夜", "港の夜", "atx"),
    ],
)
def test_heading(text: str, level: int, plain: str, written: str, kind_and_anchor: str) -> None:
    source = SourceText(text)
    (found,) = BodyReader().read(source, ()).headings
    assert (found.level, found.text, source[found.text_span]) == (level, plain, written)
    assert f"{found.kind} {found.anchor}".strip() == kind_and_anchor
    assert source[found.span] == text


@pytest.mark.parametrize(
    "text",
    [
        "```\n# no\n```",
        "    # no",
        "<!-- # no\n# no -->",
        "{{/* \n# no\n*/}}",
        "{% comment %}\n# no\n{% endcomment %}",
        "{{< highlight sh >}}\n# no\n{{< /highlight >}}",
        "{% highlight sh %}\n# no\n{% endhighlight %}",
        "#no",
        r"\# no",
        "`<h2>no</h2>`",
        "{{< x >}}\n---",
        "$$\na\n=\nb\n$$",
    ],
)
def test_no_heading(text: str) -> None:
    assert read(text).headings == ()


def test_sections_nest_and_count_their_words() -> None:
    source = SourceText("Intro text.\n\n# A\n\none\n\n### B\n\none two\n\n## C\n\n一二三\n\n# D\n")
    body = BodyReader().read(source, ())
    assert [(s.title, s.level, body.words_of(s), s.parent) for s in body.sections] == [
        ("", 0, 2, -1),
        ("A", 1, 1, -1),
        ("B", 3, 2, 1),
        ("C", 2, 3, 1),
        ("D", 1, 0, -1),
    ]
    assert source[body.sections[1].span].startswith("# A")
    assert source[body.sections[1].span].endswith("一二三\n\n")
    assert source[body.sections[1].own] == "\n\none\n\n"
    assert body.words == 8
    assert body.section_at(source.text.index("two")).title == "B"
    assert body.section_at(0).heading is None


def test_a_quoted_heading_opens_no_section() -> None:
    body = read("# A\n\n> ## B\n")
    assert [(h.text, h.quoted) for h in body.headings] == [("A", False), ("B", True)]
    assert [s.title for s in body.sections] == ["", "A"]


# --- images ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "alt", "target", "title"),
    [
        ("![quay](q.png)", "inline", "quay", "q.png", None),
        ('![a *b* `c` \\] &lt;](<q r.png> "T\\"t")', "inline", "a b c ] <", "q r.png", 'T"t'),
        ("![](q.png)", "inline", "", "q.png", None),
        ("![quay]()", "inline", "quay", "", None),
        ("![quay](\n  q.png\n  'T'\n)", "inline", "quay", "q.png", "T"),
        ("[![quay](q.png)](x)", "inline", "quay", "q.png", None),
        ("![quay][Q  r]\n\n[q R]: q.png", "reference", "quay", "q.png", None),
        ("![q][]\n\n> [Q]: <q r.png>", "reference", "q", "q r.png", None),
        ("![q]\n\n[Q]:\n  q.png\n  'T'", "reference", "q", "q.png", None),
        ("<img src=q.png alt='q &amp; r'>", "html", "q & r", "q.png", None),
        ('<IMG\n  SRC="q.png"\n  title="T"\n/>', "html", None, "q.png", "T"),
        ("a <picture><source srcset=x><img src='q.png' alt=''></picture>", "html", "", "q.png", None),
        ("<figure>\n\n<img src='q.png' alt='q > r'>\n\n</figure>", "html", "q > r", "q.png", None),
        ('{{< figure src="q.png" alt="q" title="T" >}}', "shortcode", "q", "q.png", "T"),
        ("{{< figure\n  src=`q.png`\n  caption=\"C >}}\" >}}", "shortcode", "C >}}", "q.png", None),
        ('{{% img src="q.png" %}}', "shortcode", None, "q.png", None),
        ('{{< figure "q.png" />}}', "shortcode", None, "q.png", None),
        ('{% include figure image_path="/q.png" alt="q" %}', "shortcode", "q", "/q.png", None),
        ("![q]({{ '/q.png' | relative_url }})", "inline", "q", "{{ '/q.png' | relative_url }}", None),
        ('<img src="{{ url }}/q.png" alt="{{ title }}">', "html", "{{ title }}", "{{ url }}/q.png", None),
        ("![{{ x }}](q.png)", "inline", "{{ x }}", "q.png", None),
        ("| a |\n|---|\n| ![a\\|b](q.png) |", "inline", "a|b", "q.png", None),
    ],
)  # fmt: skip
def test_image(text: str, kind: str, alt: str | None, target: str | None, title: str | None) -> None:
    found = image(text)
    assert (found.kind, found.alt and found.alt.text, found.target and found.target.text) == (kind, alt, target)
    assert (found.title and found.title.text) == title


@pytest.mark.parametrize(
    ("text", "alt", "target"),
    [
        ('import quay from "../q.png"\n\n<Image src={quay} alt="Quay" />', "Quay", "../q.png"),
        ("import quay from '../q.png'\n\n<img src={quay.src} alt={t('quay')} />", "quay", "../q.png"),
        ("import X from 'x'\n\n<img\n  src={require('./q.png').default}\n  alt={`Quay`}\n/>", "Quay", "./q.png"),
        ("import X from 'x'\n\n<img src={a.b} {...props} />", "{...props}", "{a.b}"),
        ("import X from 'x'\n\nText <Image src='q.png' alt={a > b ? 'x' : 'y'}/>", "{a > b ? 'x' : 'y'}", "q.png"),
    ],
)
def test_image_of_mdx(text: str, alt: str, target: str) -> None:
    found = image(text)
    assert (found.alt and found.alt.text, found.target and found.target.text) == (alt, target)


@pytest.mark.parametrize(
    ("text", "decorative"),
    [
        ("<img src=a alt=''>", True),
        ("<img src=a alt>", True),
        ("<img src=a role=presentation>", True),
        ("<img src=a aria-hidden='true'>", True),
        ("<img src=a>", False),
        ("<img src=a alt=a>", False),
        ("![](a)", False),
    ],
)
def test_decorative(text: str, decorative: bool) -> None:
    assert image(text).decorative is decorative


@pytest.mark.parametrize(
    "text",
    [
        "`![a](b)`",
        "```\n![a](b) <img src=x>\n```",
        "<!-- ![a](b) -->",
        "\\![a] (b)",
        "![a][b]",
        '`{{< figure src="a" >}}`',
        '{{</* figure src="a" */>}}',
        "<pre>\n![a](b)\n</pre>",
        "\\<img src=x>",
        "<Figure>",
    ],
)
def test_no_image(text: str) -> None:
    assert read(text).images == ()


# --- links ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "shown", "target", "label"),
    [
        ("[quay](q.md)", "inline", "quay", "q.md", ""),
        ("[quay](q(1).md#a 'T')", "inline", "quay", "q(1).md#a", ""),
        ("[](q.md)", "inline", "", "q.md", ""),
        ("[quay]()", "inline", "quay", "", ""),
        ("[quay](<>)", "inline", "quay", "", ""),
        ("[![map](m.png) quay](q.md)", "inline", "map quay", "q.md", ""),
        ("<https://example.com/a_b>", "autolink", "https://example.com/a_b", "https://example.com/a_b", ""),
        ("<ada@example.com>", "autolink", "ada@example.com", "ada@example.com", ""),
        ("[quay][Q]\n\n[q]: q.md", "reference", "quay", "q.md", "q"),
        ("[Q][]\n\n[q]: <q r.md> 'T'", "reference", "Q", "q r.md", "q"),
        ("[ẞ]\n\n[SS]: q.md", "reference", "ẞ", "q.md", "ss"),
        ('<a\n href="q.md">the <b>quay</b></a>', "html", "the quay", "q.md", ""),
        ('[quay]({{< ref "q.md" >}})', "inline", "quay", '{{< ref "q.md" >}}', ""),
        ("[quay]({% link q.md %})", "inline", "quay", "{% link q.md %}", ""),
        ("> - [quay\n>   west](q.md)", "inline", "quay west", "q.md", ""),
        ("[quay](\\(q\\)&amp;r)", "inline", "quay", "(q)&r", ""),
    ],
)
def test_link(text: str, kind: str, shown: str, target: str, label: str) -> None:
    found = link(text)
    assert (found.kind, found.text.text, found.target.text, found.label) == (kind, shown, target, label)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("[a][b]", ["b"]),
        ("![a][b c]", ["b c"]),
        ("[a][b]\n\n[b]: x", []),
        ("[a] [b][]", []),
        ("`[a][b]`", []),
        ("list[a][b]", []),
        ("see[^1][^2]", []),
        ("[a-z][0-9]", []),
        ("\\[a][b]", []),
        ("[a]({{< x >}})[b]", []),
        ("文字[a][b]", []),
    ],
)
def test_undefined_references(text: str, labels: list[str]) -> None:
    source = SourceText(text)
    found = BodyReader().read(source, ()).undefined_references
    assert [reference.text for reference in found] == labels
    assert [source[reference.span] for reference in found] == labels


# --- other blocks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "content", "info", "fenced"),
    [
        ("```py title=x\na\nb\n```", "a\nb", "py title=x", True),
        ("~~~\na", "a", "", True),
        ("```\n```", "", "", True),
        ("```", "", "", True),
        ("> ```\n> a\n> ```", "> a", "", True),
        ("- x\n\n  ````\n  ```\n  ````", "  ```", "", True),
        ("x\n\n    a\n    b\n\ny", "a\n    b", "", False),
        ("{{< highlight go >}}\na\n{{< /highlight >}}", "\na\n", "go", True),
    ],
)
def test_code_block(text: str, content: str, info: str, fenced: bool) -> None:
    source = SourceText(text)
    (block,) = BodyReader().read(source, ()).code_blocks
    assert (source[block.content], block.info, block.fenced) == (content, info, fenced)
    assert block.language == info.partition(" ")[0]


def test_lists_tables_quotes_breaks() -> None:
    source = SourceText("1. a\n   - b\n2. c\n\n> q\n> r\n\n| x | y\\|z |\n|---|:-:|\n| `a\\|b` |\n\n***\n")
    body = BodyReader().read(source, ())
    assert [(source[found.span], found.ordered, found.depth) for found in body.lists] == [
        ("1. a\n   - b\n2. c", True, 0),
        ("- b", False, 1),
    ]
    assert [source[item] for item in body.lists[0].items] == ["1. a\n   - b", "2. c"]
    assert [source[quote] for quote in body.quotes] == ["> q\n> r"]
    assert [[cell.text for cell in row] for row in body.tables[0].rows] == [["x", "y|z"], ["a|b"]]
    assert [source[cell.span] for cell in body.tables[0].rows[0]] == ["x", "y\\|z"]
    assert [source[span] for span in body.thematic_breaks] == ["***"]


@pytest.mark.parametrize(
    ("text", "kind", "inner"),
    [
        ("<!-- a\n\nb -->", "html", " a\n\nb "),
        ("x <!-- a --> y", "html", " a "),
        ("<!-- a\n\n# b", "html", " a\n\n# b"),
        ("{/* a */}", "mdx", " a "),
        ("{{/* a */}}", "template", " a "),
        ("{{- /* a */ -}}", "template", " a "),
        ("{% comment %}a{% endcomment %}", "template", "a"),
    ],
)
def test_comment(text: str, kind: str, inner: str) -> None:
    (comment,) = read(text).comments
    assert (comment.kind, comment.text.text) == (kind, inner)


def test_no_comment_in_code() -> None:
    assert read("`<!-- a -->`\n\n```\n<!-- b -->\n```\n\n    <!-- c -->\n").comments == ()


@pytest.mark.parametrize(
    ("text", "container", "plain", "bold"),
    [
        ("a *b*\nc", "body", "a b c", ""),
        ("**a b**", "body", "a b", "a b"),
        ("**a** and **b**", "body", "a and b", ""),
        ("- a", "list", "a", ""),
        ("> a", "quote", "a", ""),
        ("[^1]: a [b](c)", "footnote", "a b", ""),
        ("{{< x >}} a &amp; ~~b~~ {{ y }}", "body", "a & b", ""),
        ("a<br>b", "body", "a b", ""),
    ],
)
def test_paragraph(text: str, container: str, plain: str, bold: str) -> None:
    (paragraph,) = read(text).paragraphs
    assert (paragraph.container, paragraph.text, paragraph.bold) == (container, plain, bold)


def test_definitions() -> None:
    source = SourceText('[A B]: <x y> "t"\n[c]:\n  z\n[c]: again\n')
    body = BodyReader().read(source, ())
    assert [(d.label, d.target.text, source[d.target.span]) for d in body.definitions] == [
        ("a b", "x y", "x y"),
        ("c", "z", "z"),
        ("c", "again", "again"),
    ]


# --- prose ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", ["a", "c"]),
        ("a [b](c 'd') e", ["a", "[b]", "e"]),
        ("a ![b](c) d", ["a", "d"]),
        ("a <b class='x'>c</b>", ["a", "c"]),
        ("a <https://b.example> c", ["a", "c"]),
        ("a<!-- b -->", ["a"]),
        ("1. a\n2. b", ["a", "b"]),
        ('a {{< b >}} c {{% d "e %}}" %}} {{ f }} {% g %} h', ["a", "c", "h"]),
        (":::note[a]\nb\n:::", ["b"]),
        ("::youtube[a]{#b}", []),
        ("a $x^2$ b $$y$$", ["a", "b"]),
        ("a $5 and $10, US$3 or 4$ b", ["a", "$5", "and", "$10,", "US$3", "or", "4$", "b"]),
        ("$HOME and $PATH", ["$HOME", "and", "$PATH"]),
        ("a[^1] b\n\n[^1]: c", ["a", "b", "c"]),
        ("a\n{: .wide}", ["a"]),
        ("<script>\nvar a\n</script>\n\nb", ["b"]),
        ("[a]: b\n\nc", ["c"]),
        ("a &nbsp; b", ["a", "b"]),
    ],
)
def test_prose(text: str, expected: list[str]) -> None:
    assert words(text) == expected


MDX = """\
import A from './a'
import {
  B,
} from "b"
export const c = {
  d: 'e',
}

# Title {frontmatter.x}

<Tabs>
  <TabItem value="x" label={`y`}>

    Indented text, no code.

    - item {/* hidden */}

  </TabItem>
</Tabs>

<Aside type="note">Inside {1 + "}"} text</Aside>
"""


def test_mdx() -> None:
    body = read(MDX)
    assert [heading.text for heading in body.headings] == ["Title"]
    assert body.prose.split() == ["#", "Title", "Indented", "text,", "no", "code.", "item", "Inside", "text"]
    assert body.code_blocks == ()
    assert [comment.text.text for comment in body.comments] == [" hidden "]
    assert [paragraph.text for paragraph in body.paragraphs] == ["Indented text, no code.", "item", "Inside text"]


def test_braces_and_imports_are_prose_outside_mdx() -> None:
    text = "Sets such as {a, b} and code:\n\n```js\nimport a from 'b'\n```\n\nimport duties rose, export too.\n"
    body = read(text)
    assert "{a, b}" in body.prose
    assert "import duties" in body.prose
    assert "{a, b}" not in read(text, mdx=True).prose


def test_hidden_text_is_no_body() -> None:
    text = "---\ntitle: x\n---\n\n# A\n\nb\n\n---\n\n**Tags:** c\n"
    source = SourceText(text)
    front_matter = Span(0, text.index("\n\n# A") + 1)
    block = Span(text.rindex("---"), len(text))
    body = BodyReader().read(source, (front_matter,), (block,))
    assert source[body.span] == "\n# A\n\nb\n\n"
    assert body.prose.split() == ["#", "A", "b"]
    assert body.uncoded.split() == ["#", "A", "b", "---", "**Tags:**", "c"]
    assert body.thematic_breaks == ()


def test_nothing_at_all() -> None:
    body = read("")
    assert len(body.sections) == 1
    assert (body.span, body.prose, body.words) == (Span(0, 0), "", 0)


def test_the_size_of_an_image_is_no_part_of_its_target() -> None:
    text = "![The bell](/images/bell.png =500x)\n\nA ![buoy](buoy.png =20x30 ), and `![code](code.png =5x)`.\n"
    images = read(text).images
    assert [(image.alt.text, image.target.text) for image in images if image.alt and image.target] == [
        ("The bell", "/images/bell.png"),
        ("buoy", "buoy.png"),
    ]
    assert [text[slice(*image.span)] for image in images] == [
        "![The bell](/images/bell.png =500x)",
        "![buoy](buoy.png =20x30 )",
    ]


# --- lines ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "   ", "\n", "  \n   \n", "  \n\n    \n Tides\n", " \n\tebb\n", "\n  ", "ebb\n\n", "   ebb\n  "]
)
def test_blank_lines_at_the_start_are_noted_as_the_parser_notes_them(text: str) -> None:
    parser = MarkdownIt()
    ours, theirs = vars(_State(text, parser, {}, [])), vars(StateBlock(text, parser, {}, []))
    assert ours == theirs
