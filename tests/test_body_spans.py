"""Generated articles: every span of the body, re-read from the source, gives the thing that it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from lintarticle.article.markdown.body import Body, blank
from lintarticle.article.markdown.body_reader import BodyReader
from lintarticle.article.markdown.elements import CodeBlock
from lintarticle.article.markdown.gaps import CutInTwo, Gaps
from lintarticle.source import BOM, SourceText, Span

# Words that no Markdown construct is made of, in several scripts, with characters outside the BMP.
WORDS = st.sampled_from(
    ["lamp", "quay", "港の夜", "المصابيح", "día", "👨‍👩‍👧", "🚢", "e\u0301bb", "항구", "x\u00a0y", "don't"]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
PATHS = st.sampled_from(["a.png", "img/港.webp", "../b%20c.jpg", "https://example.com/x_y(z).png", "/t?q=1&r=2#f"])


@dataclass
class Part:
    """A piece of inline source and what is to be found in it."""

    source: str
    plain: str
    images: list[tuple[str, str, str]] = field(default_factory=list)  # source, alt, target
    links: list[tuple[str, str, str]] = field(default_factory=list)  # source, text, target
    code: list[str] = field(default_factory=list)


@st.composite
def images(draw: st.DrawFn) -> Part:
    alt, target = draw(PHRASES), draw(PATHS)
    form = draw(
        st.sampled_from(["![{a}]({t})", '![{a}](<{t}> "lit")', "![{a}]( {t} 'lit' )", "<img alt='{a}' src=\"{t}\">"])
    )
    source = form.format(a=alt.replace("'", "’") if "<img" in form else alt, t=target)
    alt = alt.replace("'", "’") if "<img" in form else alt
    return Part(source, "", images=[(source, alt, target)])


@st.composite
def links(draw: st.DrawFn) -> Part:
    text, target = draw(PHRASES), draw(PATHS)
    form = draw(st.sampled_from(["[{x}]({t})", "[**{x}**](<{t}>)", '<a href="{t}">{x}</a>']))
    source = form.format(x=text, t=target)
    return Part(source, text, links=[(source, text, target)])


@st.composite
def code(draw: st.DrawFn) -> Part:
    inner = draw(PHRASES)
    source = draw(st.sampled_from(["`{}`", "`` {}`[x](y) ``", "`![{}](z)`"])).format(inner)
    return Part(source, "", code=[source])


TEXT = PHRASES.map(lambda text: Part(text, text))
ESCAPED = st.sampled_from([r"\[x\](y)", r"\`", "&amp;", "a * b", "$5", r"\![a](b)"]).map(
    lambda text: Part("z " + text.replace("](y)", "] (y)").replace("](b)", "] (b)"), "")
)
INLINE = st.lists(st.one_of(TEXT, images(), links(), code(), ESCAPED), min_size=1, max_size=5)


@dataclass
class Article:
    """The lines of an article, and in order what is in them."""

    lines: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def add(self, parts: list[Part], prefix: str, rest: str, before: str = "") -> None:
        """Add a paragraph of one part a line, its first line after `prefix`, the others after `rest`."""
        for index, part in enumerate(parts):
            self.lines.append((prefix + before if index == 0 else rest) + "z " + part.source)
        self.parts += parts
        self.lines.append(rest.rstrip())


CONTAINERS = st.sampled_from(
    [("", ""), ("> ", "> "), ("> > ", "> > "), ("- ", "  "), ("12. ", "    "), ("> - ", ">   "), ("- > ", "  > "),
     ("-\t", "\t"), ("* - ", "    "), (">\t", "> ")]
)  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> Article:
    article = Article()
    for _ in range(draw(st.integers(1, 6))):
        prefix, rest = draw(CONTAINERS)
        kind = draw(st.sampled_from(["heading", "paragraph", "paragraph", "paragraph", "fence"]))
        if kind == "heading":
            level, text = draw(st.integers(1, 6)), draw(PHRASES)
            article.lines += [prefix + "#" * level + " " + text + draw(st.sampled_from(["", " #", " {#x}"])), ""]
            article.headings.append((level, text))
        elif kind == "fence":
            article.lines += [prefix + "```", rest + "![no](no.png) [no](no) # no", rest + "```", ""]
        else:
            article.add(draw(INLINE), prefix, rest)
            article.lines += ["", "<!-- ![no](no.png) -->", ""]
    return article


def read(article: Article, newline: str, bom: bool) -> tuple[SourceText, Body]:
    source = SourceText((BOM if bom else "") + newline.join(article.lines))
    return source, BodyReader().read(source, ())


@settings(max_examples=150, deadline=None)
@given(articles(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_every_part_is_found_where_it_stands(article: Article, newline: str, bom: bool) -> None:
    source, body = read(article, newline, bom)
    wanted = [image for part in article.parts for image in part.images]
    assert [(source[i.span], i.alt and i.alt.text, i.target and i.target.text) for i in body.images] == wanted
    assert [(source[i.alt.span], source[i.target.span]) for i in body.images if i.alt and i.target] == [
        image[1:] for image in wanted
    ]
    linked = [link for part in article.parts for link in part.links]
    assert [(source[k.span], k.text.text, source[k.target.span]) for k in body.links] == linked
    assert [source[span] for span in body.code_spans] == [span for part in article.parts for span in part.code]
    assert [(h.level, source[h.text_span]) for h in body.headings] == article.headings
    assert all(source[h.span].startswith("#" * h.level + " ") for h in body.headings)


@settings(max_examples=100, deadline=None)
@given(articles(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_spans_are_sane(article: Article, newline: str, bom: bool) -> None:
    source, body = read(article, newline, bom)
    check_body(source, body)


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet="ab \n\t#>-*1.[]()!`<>/\"'{}%$|:\\&;=~_^🚢港\u0301\u2028\x0c\x0b\u00a0", max_size=80),
    st.booleans(),
)
def test_any_text_is_read(text: str, mdx: bool) -> None:
    source = SourceText(text)
    check_body(source, BodyReader().read(source, (), mdx=mdx))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(
    ["![a", "](b)", "[c]", "[d]: e", "\n", "\n\n", "> ", "- ", "  ", "`", "```", "{{<", ">}}", "{{", "}}", "{%", "%}",
     "<img alt=", "'x'", ">", "<!--", "-->", "$$", "$x^2$", ":::", "import a from 'b'\n", "{", "}", "<A", "/>", "{/*",
     "*/}", "|", "|-|", "\n---\n", "# ", "<h2>", "</h2>", "<a href=x>", "</a>", "[^1]", ":", "**", "\t", "&amp;"],
), max_size=25).map("".join))  # fmt: skip
def test_any_mixture_is_read(text: str) -> None:
    source = SourceText(text)
    check_body(source, BodyReader().read(source, ()))


def check_body(source: SourceText, body: Body) -> None:
    text = source.text
    assert len(body.prose) == len(body.uncoded) == len(text)
    assert [i for i, c in enumerate(body.prose) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(left in (" ", right) for left, right in zip(body.prose, text, strict=True))
    spans = [
        *(span for spans in part_spans(body) for span in spans),
        *(comment.span for comment in body.comments),
        *(definition.span for definition in body.definitions),
        *(section.span for section in body.sections),
        *(text.span for image in body.images for text in (image.alt, image.target, image.title) if text),
        *(text.span for link in body.links for text in (link.text, link.target, link.title) if text),
        *(body.quotes + body.thematic_breaks + body.code_spans),
        *(cell.span for table in body.tables for row in table.rows for cell in row),
        *(item for found in body.lists for item in found.items),
        *(block.content for block in body.code_blocks),
        *(heading.text_span for heading in body.headings),
        *(section.own for section in body.sections),
        *(reference.span for reference in body.undefined_references),
    ]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    check_order(body)
    check_marks(source, body)


def part_spans(body: Body) -> tuple[list[Span], ...]:
    return (
        [image.span for image in body.images],
        [link.span for link in body.links],
        [heading.span for heading in body.headings],
        [paragraph.span for paragraph in body.paragraphs],
        [block.span for block in body.code_blocks],
        [found.span for found in body.lists],
        [table.span for table in body.tables],
    )


def check_order(body: Body) -> None:
    for spans in part_spans(body):
        starts = [span.start for span in spans]
        assert starts == sorted(starts)
    assert len(body.sections) == 1 + sum(not heading.quoted for heading in body.headings)
    for index, section in enumerate(body.sections):
        assert section.parent < index
        assert body.section_at(section.span.start).heading in (section.heading, body.sections[-1].heading) or index == 0


def check_marks(source: SourceText, body: Body) -> None:
    for image in body.images:
        opening = {"inline": "![", "reference": "![", "html": "<", "shortcode": "{"}[image.kind]
        assert source[image.span].startswith(opening)
    for link in body.links:
        assert source[link.span][0] in "[<"
    assert all(source[quote].startswith(">") for quote in body.quotes)
    assert all(source[span].startswith("`") and source[span].endswith("`") for span in body.code_spans)
    assert all(source[item][0] in "-*+0123456789" for found in body.lists for item in found.items)
    assert all(source[comment.span].startswith(("<!--", "{")) for comment in body.comments)
    assert all(source[definition.span].startswith("[") for definition in body.definitions)
    for heading in body.headings:
        assert source[heading.span].startswith("#" * heading.level) or heading.kind != "atx"


def test_blank_keeps_length_and_line_ends() -> None:
    assert blank("ab\ncd\nef", [Span(1, 4), Span(3, 5)]) == "a \n  \nef"


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 5)).map(lambda pair: Span(pair[0], sum(pair)))
GAPS = SPANS.filter(lambda span: span.end > span.start)


@given(st.lists(GAPS, min_size=1, max_size=3), st.lists(SPANS, max_size=5))
def test_what_is_outside_gaps_touches_none(spans: list[Span], parts: list[Span]) -> None:
    held = {at for span in spans for at in range(*span)}
    places = [set(range(start, max(end, start + 1))) for start, end in parts]
    gaps = Gaps(spans)
    try:
        outside = gaps.outside([CodeBlock(part, part, "", "", False) for part in parts])
    except CutInTwo:
        assert any(place & held and not any(place <= set(range(*span)) for span in spans) for place in places)
    else:
        assert [block.span for block in outside] == gaps.spans_outside(parts)
        assert gaps.spans_outside(parts) == [
            part for part, place in zip(parts, places, strict=True) if not place & held
        ]
        assert all(place <= held for place in places if place & held)
