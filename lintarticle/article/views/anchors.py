"""The anchors of a page (`#the-anchor`), as its site generator makes them from headings.

A slugger stands for a platform and has one algorithm or several, where the platform's own settings or versions differ.
Generators also differ in what they take for the text of a heading: with or without the alt text of an image, with
typographic quotes and dashes, with tags. So each algorithm gets every reading of a heading that has markup. Repeated
anchors get a number.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.elements import Heading
from lintarticle.article.markdown.parser import make_inline_parser
from lintarticle.article.views.slugs import ALGORITHMS, SPELLS_OUT, Spelling, slug, spellings_of
from lintarticle.expression import expression
from lintarticle.record import NamedTuple, Record

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ALGORITHMS_OF = {
    "eleventy": ("encoded", "eleventy", "github"),
    "ghost": ("collapsed", "joined"),
    "gitlab": ("collapsed", "github"),
    "hashnode": ("collapsed", "github", "hashnode"),
    "hexo": ("hexo", "hexo-lower", "github"),
    "hugo": ("hugo", "github"),
    "kramdown": ("kramdown-gfm", "kramdown"),
    "mkdocs": ("python", "pymdown", "github"),
    "pandoc": ("pandoc",),
    "pelican": ("python",),
    "quarto": ("pandoc",),
    "vitepress": ("vue",),
    "zenn": ("encoded", "github"),
    "zola": ("ascii", "github"),
}
"""The algorithms of a slugger; those that are not here do as GitHub does."""

_ALWAYS = r"(?:|top|_top|tab/.*|/.*|!.*|:~:.*|footnotes|(?:user-content-)?fn(?:ref)?(?:[-:_]?\d+|[-:_][\w-]+)(?::\d+)?)"
"""Fragments that no heading makes: the top, tabs of Learn, routes of scripts, text fragments, footnotes."""

_OF_THEMES = frozenset((
    "comments", "content", "disqus_thread", "footer", "header", "main", "main-content", "markdown-toc", "newsletter",
    "respond", "share", "subscribe", "table-of-contents", "toc",
))  # fmt: skip
"""Anchors that themes put around the article."""

# Each of these begins with one certain character, which is found in a tenth of the time of anything else, and found
# missing in a tenth of that by `in`.

_VALUE = expression(
    r"""=(?=[ \t]*(?:"([^"\n{]{1,200})"|'([^'\n{]{1,200})'|\{["']([^"'\n]{1,200})["']\}|([\w-]{1,200})))"""
)
"""The value of an attribute, which may hold another one: `?id=`."""

_NAMING = expression(r"\b(?:id|name)\Z")
"""What is before the value that is an anchor."""

_BRACED_ID = expression(r"\{(?::|/\*)?[^{}\n#]{0,100}#([^\s{}*<>]{1,200})")
_COMMENTED_ID = expression(r"<!--[ \t]*#([^\s{}*<>]{1,200})")
_DEFINITION = expression(r"\n:[ \t]")
_TERM = expression(r"\n([^\s:][^\n]{0,200})\n{1,2}:[ \t]")
"""A term of a definition list, which has an anchor in Hugo."""

_UNSPACED = expression(r"\n#{1,6}([^#\s!][^\n]{0,300})")
"""A heading in Python-Markdown, which needs no space after the marks."""

_INCLUDING = expression(
    r"\{(?:%-?\s*(?:include|render|import)|\{[<%]\s*(?:include|readfile|partial|embed|snippet)|\{%|!)"
)
_INCLUDING_LINE = expression(
    r"\n(?:import\s[^\n]{1,200}\.mdx?[\"']|<[A-Z][\w.]*(?:\s[^<>\n]{0,500})?/>|\.\. include::|@include|<!--\s*@include)"
)
_SNIPPET = "--8<--"
"""What pulls in text from elsewhere: includes, Markdown shortcodes, partials, components that can be used alone."""


class HeadingFacts(NamedTuple):
    """What anchors are made from: the plain text of a heading, and the anchor that it names itself, or "".

    `written` is a heading with markup as it is in the file, since generators differ in what they make of it; "" for one
    without any.
    """

    text: str
    anchor: str
    written: str = ""


class Facts(NamedTuple):
    """What other articles may want to know of one; small, so that those of a whole site fit into memory.

    `kind` is the type of the article, or "". `ids` are anchors in the text, apart from those of headings.
    `complete`: no others can be on its page. `unspaced`: headings that only Python-Markdown sees.
    """

    title: str
    slug: str
    kind: str
    headings: tuple[HeadingFacts, ...]
    ids: tuple[str, ...]
    unspaced: tuple[str, ...]
    complete: bool

    def as_text(self) -> str:
        """Return them as they are kept."""
        headings = [each if each.anchor or each.written else each.text for each in self.headings]
        title, slug, kind, _, *others = self
        return _COMPACT.encode((FACTS_VERSION, title, slug, kind, headings, *others))

    @classmethod
    def from_text(cls, text: str) -> Facts | None:
        """Return the facts in what `as_text` returned, None if another version made it."""
        if not text.startswith(f"[{FACTS_VERSION},"):
            return None
        _, title, slug, kind, headings, ids, unspaced, complete = json.loads(text)
        made = tuple(HeadingFacts(each, "") if isinstance(each, str) else HeadingFacts(*each) for each in headings)
        return cls(title, slug, kind, made, tuple(ids), tuple(unspaced), complete)


_COMPACT = json.JSONEncoder(separators=(",", ":"))
FACTS_VERSION = 3
"""The version of the form of `Facts`: facts that were kept in another one are made again."""


@view
def facts_of(article: Article, kind: str = "") -> Facts:
    """Return the facts of an article of a type."""
    headings: list[HeadingFacts] = []
    complete = not includes_text(article)
    for heading in article.body.headings:
        written = article.source[heading.text_span]
        complete = complete and (bool(heading.anchor) or _is_computable(written))
        headings.append(HeadingFacts(heading.text, heading.anchor, written if _MARKUP.search(written) else ""))
    unspaced = _UNSPACED.findall(f"\n{article.body.uncoded}")
    metadata = article.metadata
    title, named = metadata.text("title"), metadata.text("slug")
    return Facts(title, named, kind, tuple(headings), tuple(_ids(article)), tuple(unspaced), complete)


def _ids(article: Article) -> Iterator[str]:
    """Yield the anchors that the text names itself."""
    uncoded = article.body.uncoded
    for match in _VALUE.finditer(uncoded) if "=" in uncoded else ():
        before = uncoded[uncoded.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip(" \t")
        if _NAMING.search(before[-5:]):
            yield from (unquote(group) for group in match.groups() if group)
    yield from map(unquote, _BRACED_ID.findall(uncoded) if "{" in uncoded else ())
    yield from map(unquote, _COMMENTED_ID.findall(uncoded) if "<" in uncoded else ())
    for written in _TERM.findall(f"\n{article.text}") if _DEFINITION.search(article.text) else ():
        term = slug(re.sub(r"[`*]", "", written), "github")
        yield from (term, f"{term}-1")


class PageAnchors(Protocol):
    """What a link may ask of the page that it leads to."""

    @property
    def unread(self) -> str:
        """The path of an article that is read later, which then has the last word; "" for one that was read."""

    @property
    def offered(self) -> tuple[str, ...]:
        """The anchors to put into a link."""

    def has(self, fragment: str) -> bool:
        """Whether a fragment as a link writes it (without `#`) leads to a place on the page, or may do so."""


class Anchors(Record):
    """The anchors of an article with these facts, on a site with this slugger; each is computed when a link asks."""

    facts: Facts
    slugger: str

    @property
    def unread(self) -> str:
        """Nothing: the article was read."""
        return ""

    @cached_property
    def offered(self) -> tuple[str, ...]:
        """The anchors that the slugger's first algorithm makes: the ones to put into a link."""
        made = _numbered(self.facts, self._plain, algorithms_of(self.slugger)[0])
        return tuple(dict.fromkeys(made))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every anchor: of headings, of the title, and those that the text names itself."""
        facts, algorithms = self.facts, algorithms_of(self.slugger)
        names = {*self._likely, *(heading.anchor for heading in facts.headings if heading.anchor)}
        for texts in _readings(facts.headings):
            for algorithm in algorithms:
                names.update(_numbered(facts, texts, algorithm))
        if "python" in algorithms:
            names.update(slug(text, algorithm) for text in facts.unspaced for algorithm in ("python", "pymdown"))
        return frozenset(names)

    def has(self, fragment: str) -> bool:
        """Whether a fragment as a link writes it (without `#`) leads to a place on the page, or may do so."""
        plain = unquote(fragment)
        if not self.facts.complete or plain in self._likely or re.fullmatch(_ALWAYS, plain) or plain in _OF_THEMES:
            return True
        if plain in self.names or unicodedata.normalize("NFC", plain) in self.names:
            return True
        return any(spelling.allows(plain) for spelling in self._spelt)

    @cached_property
    def _likely(self) -> frozenset[str]:
        """The anchors that most links name: other algorithms are asked only about what is not among these."""
        return frozenset((*self.offered, *self.facts.ids))

    @cached_property
    def _spelt(self) -> tuple[Spelling, ...]:
        """The headings whose anchor the slugger may spell out in letters that we do not know (`🦀` as `crab`)."""
        spells_out = not SPELLS_OUT.isdisjoint(algorithms_of(self.slugger))
        return tuple(chain.from_iterable(map(spellings_of, self._plain))) if spells_out else ()

    @property
    def _plain(self) -> tuple[str, ...]:
        return tuple(heading.text for heading in self.facts.headings)


@view
def anchors_of(article: Article, slugger: str) -> Anchors:
    """Return the anchors of an article's page."""
    return Anchors(facts_of(article), slugger)


@view
def headings_by_anchor(article: Article, slugger: str) -> dict[str, Heading]:
    """Return the headings by the anchors to put into a link to them; those whose anchor needs a number are left out."""
    algorithm = algorithms_of(slugger)[0]
    named = [(heading.anchor or slug(heading.text, algorithm), heading) for heading in article.body.headings]
    counts = Counter(name for name, _ in named)
    return {name: heading for name, heading in named if name and counts[name] == 1 and " " not in name}


@view
def includes_text(article: Article) -> bool:
    """Whether the page gets text from elsewhere, with headings and definitions that can't be seen here."""
    uncoded = article.body.uncoded
    return (
        ("{" in uncoded and _INCLUDING.search(uncoded) is not None)
        or _INCLUDING_LINE.search(f"\n{uncoded}") is not None
        or ("<" in uncoded and _SNIPPET in uncoded)
    )


def algorithms_of(slugger: str) -> tuple[str, ...]:
    """Return the names of the algorithms that a slugger stands for."""
    return tuple(ALGORITHMS) if slugger == "any" else _ALGORITHMS_OF.get(slugger, ("github",))


def _is_computable(title: str) -> bool:
    """Whether an anchor can be made of a heading as written: what is in braces, only the site generator knows."""
    if "{{" in title or "{%" in title:
        return False
    return ":" not in title or re.search(r"(?<!\w):[a-z_]{2,30}:(?!\w)", title) is None


def _numbered(facts: Facts, texts: tuple[str, ...], algorithm: str) -> Iterator[str]:
    """Yield the anchors of all headings, given their texts; themes may give the title one too.

    A repeated one gets a number. Most programs skip a number that makes the anchor of another heading.
    """
    seen: dict[str, int] = {}
    if facts.title and not any(heading.text == facts.title for heading in facts.headings):
        yield slug(facts.title, algorithm)
    join = "_" if algorithm in ("python", "pymdown") else "-"
    for heading, text in zip(facts.headings, texts, strict=True):
        name = heading.anchor or slug(text, algorithm)
        count = seen[name] = seen.get(name, -1) + 1
        base = name or ("section" if algorithm in ("kramdown", "kramdown-gfm", "pandoc") else "")
        if join == "_":
            count += not name
        made = f"{base}{join}{count}" if count else base
        yield made
        while count and made in seen:
            count += 1
            made = f"{base}{join}{count}"
            yield made
        seen.setdefault(made, 0)
        if count and algorithm in ("encoded", "eleventy"):
            yield f"{base}-{count + 1}"  # older versions of markdown-it-anchor count from 2, and so does Eleventy


# --- what generators take for the text of a heading ---

_MARKUP = expression(r"[*_`\[\\<&$~'\"]|--|\.\.\.|\s\s|\t|://")
_ADDRESS = r"https?://\S+"
_TYPOGRAPHY = (
    ("---", "—"), ("--", "–"), (r"(^|[-—/(\[{\"\s])'", r"\1‘"), ("'", "’"), (r"(^|[-—/(\[{‘\s])\"", r"\1“"),
    ('"', "”"), (r"\.\.\.", "…"),
)  # fmt: skip


def _readings(headings: tuple[HeadingFacts, ...]) -> list[tuple[str, ...]]:
    """Return the texts of all headings: first as we read them, then in every way in which a generator may do so."""
    plain = tuple(heading.text for heading in headings)
    if not any(heading.written for heading in headings):
        return [plain]
    parser = make_inline_parser()
    others = [tuple(_variants(parser, heading)) for heading in headings]
    return list(dict.fromkeys((plain, *zip(*others, strict=True))))


def _variants(parser: MarkdownIt, heading: HeadingFacts) -> Iterator[str]:
    """Yield the text of one heading in each of the ways that generators have."""
    if not heading.written:
        yield from (heading.text,) * 8
        return
    tokens = parser.parseInline(heading.written)[0].children or []
    full = "".join(_said(tokens, alt=True))
    bare = "".join(_said(tokens))
    yield from (full, bare, _typographic(full), _typographic(bare))
    yield "".join(_said(tokens, alt=True, tags=True))
    yield "".join(_said(tokens, tags=True))
    yield html.unescape(_typographic("".join(_first_said(tokens))))
    escaped = parser.parseInline(heading.written.replace("&", "&amp;"))[0].children or []
    yield _typographic("".join(_said(escaped)))


def _said(tokens: Iterable[Token], *, alt: bool = False, tags: bool = False) -> Iterator[str]:
    """Yield what inline tokens say: words and code, with the alt text of images or tags if asked for."""
    for token in tokens:
        if token.type == "image" and alt:
            yield from _said(token.children or [], alt=True)
        elif token.type in ("text", "code_inline") or (tags and token.type == "html_inline"):
            yield token.content


def _first_said(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield what Hugo takes: of emphasis, a link or an image only the first part, and no bare address."""
    parts = [-1]  # of each element that is open, how many parts were seen; -1 takes all
    for token in tokens:
        if token.nesting < 0:
            parts.pop()
            continue
        taken = parts[-1] <= 0
        parts[-1] += parts[-1] >= 0
        if token.nesting > 0:
            parts.append(0 if taken and token.markup != "autolink" else 1)
        elif taken and token.type == "image":
            yield from islice(_first_said(token.children or []), 1)
        elif taken and token.type in ("text", "code_inline"):
            yield re.sub(_ADDRESS, "", token.content)


def _typographic(text: str) -> str:
    for plain, sign in _TYPOGRAPHY:
        text = re.sub(plain, sign, text)
    return text
