"""How headings become anchors (`#the-anchor`), by the site generator that makes them.

An algorithm turns one heading into its anchor; a slugger stands for a platform and has one algorithm or several,
where the platform's own settings or versions differ. Repeated anchors get a number. Sources: github-slugger;
goldmark's `sanitizeAnchorName` as in Hugo; kramdown's `basic_generate_id`, the GFM parser's `generate_gfm_header_id`;
the `slug` crate (Zola); Python-Markdown's `toc` extension and pymdownx.slugs; Pandoc's `auto_identifiers`;
markdown-it-anchor (Eleventy, Zenn); `@mdit-vue/shared` (VuePress, VitePress); hexo-util's `slugize`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NamedTuple
from urllib.parse import unquote

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.elements import Heading

Slugger = Literal[
    "any", "astro", "docusaurus", "eleventy", "gatsby", "ghost", "github", "gitlab", "hashnode", "hexo", "hugo",
    "kramdown", "mdbook", "mkdocs", "nextjs", "pandoc", "pelican", "quarto", "starlight", "vitepress", "zenn", "zola",
]  # fmt: skip
"""What `slugger` may be in a configuration; `any` takes an anchor that any of them makes."""

_ALGORITHMS_OF = {
    "eleventy": ("encoded", "github"),
    "ghost": ("collapsed", "joined"),
    "gitlab": ("collapsed", "github"),
    "hashnode": ("collapsed", "github", "hashnode"),
    "hexo": ("hexo", "github"),
    "kramdown": ("github", "kramdown"),
    "mkdocs": ("python", "github"),
    "pandoc": ("pandoc",),
    "pelican": ("python",),
    "quarto": ("pandoc",),
    "vitepress": ("vue",),
    "zenn": ("encoded", "github"),
    "zola": ("ascii", "github"),
}
"""The algorithms of a slugger; those that are not here do as GitHub does."""

_ALWAYS = r"(?:|top|_top|/.*|!.*|:~:.*|footnotes|(?:user-content-)?fn(?:ref)?(?:[-:_]?\d+|[-:_][\w-]+)(?::\d+)?)"
"""Fragments that no heading makes: the top, routes of scripts, text fragments, footnotes."""

_OF_THEMES = frozenset((
    "comments", "content", "disqus_thread", "footer", "header", "main", "main-content", "markdown-toc", "newsletter",
    "respond", "share", "subscribe", "table-of-contents", "toc",
))  # fmt: skip
"""Anchors that themes put around the article."""

_IDS = (
    r"""\b(?:id|name)[ \t]*=[ \t]*"""
    r"""(?:"([^"\n{]{1,200})"|'([^'\n{]{1,200})'|\{["']([^"'\n]{1,200})["']\}|([\w-]{1,200}))"""
    r"""|\{(?::|/\*)?[^{}\n#]{0,100}#([^\s{}*]{1,200})"""
)
_TERMS = r"^([^\s:][^\n]{0,200})\n{1,2}:[ \t]"
"""Terms of definition lists, which have anchors in Hugo."""

_OPEN = (
    r"\{%-?\s*(?:include|render|import)|\{\{[<%]\s*(?:include|readfile|partial|embed|snippet)|--8<--|\{\{%"
    r"|^import\s[^\n]{1,200}\.mdx?[\"']|^<[A-Z][\w.]*(?:\s[^<>\n]{0,500})?/>"
    r"|\{!|^\.\. include::|^@include|^<!--\s*@include"
)
"""What pulls in text from elsewhere: includes, Markdown shortcodes, partials, components that stand alone."""

_SPECIAL = r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'“”‘’<>,.?/]+"


class Anchors(NamedTuple):
    """The anchors of one article. `complete`: no others can be on its page.

    `around` holds the known beginnings and ends of anchors in which a symbol may be spelt out (`🦀` as `crab`).
    `offered` are those that the slugger's first algorithm makes: the ones to put into a link.
    """

    names: frozenset[str]
    complete: bool
    around: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()

    def has(self, fragment: str) -> bool:
        """Whether a fragment as a link writes it (without `#`) leads to a place on the page, or may do so."""
        plain = unquote(fragment)
        if not self.complete or re.fullmatch(_ALWAYS, plain) or plain in _OF_THEMES:
            return True
        if plain in self.names or unicodedata.normalize("NFC", plain) in self.names:
            return True
        return any(plain.startswith(part) or plain.endswith(part) for part in self.around)


class HeadingFacts(NamedTuple):
    """What anchors are made from: the plain text of a heading, and the anchor that it names itself, "" for none."""

    text: str
    anchor: str


class Facts(NamedTuple):
    """What other articles may want to know of one; small, so that those of a whole site fit into memory.

    `kind` is the type of the article, "" for none. `ids` are anchors in the text, apart from those of headings.
    `complete`: no others can be on its page.
    """

    title: str
    slug: str
    kind: str
    headings: tuple[HeadingFacts, ...]
    ids: tuple[str, ...]
    complete: bool

    def as_json(self) -> list[object]:
        """Return them as JSON can hold them."""
        return [FACTS_VERSION, *self]

    @classmethod
    def from_json(cls, values: Sequence[Any]) -> Facts | None:
        """Return the facts in what `as_json` returned, None where another version made it."""
        if values[0] != FACTS_VERSION:
            return None
        _, title, slug, kind, headings, ids, complete = values
        return cls(title, slug, kind, tuple(HeadingFacts(*each) for each in headings), tuple(ids), complete)


FACTS_VERSION = 1
"""The version of the form of `Facts`: facts that were kept in another one are made anew."""


@view
def facts_of(article: Article, kind: str = "") -> Facts:
    """Return the facts of an article of a type."""
    headings = tuple(HeadingFacts(heading.text, heading.anchor) for heading in article.body.headings)
    complete = not includes_text(article) and all(map(_is_computable, _titles(article)))
    metadata = article.metadata
    return Facts(metadata.text("title"), metadata.text("slug"), kind, headings, tuple(_ids(article)), complete)


def _ids(article: Article) -> Iterator[str]:
    """Yield the anchors that the text names itself."""
    for match in re.finditer(_IDS, article.body.uncoded):
        yield from (unquote(group) for group in match.groups() if group)
    for match in re.finditer(_TERMS, article.text, re.MULTILINE) if "\n:" in article.text else ():
        term = _github(re.sub(r"[`*]", "", match[1]))
        yield from (term, f"{term}-1")


@view
def anchors_of(article: Article, slugger: str) -> Anchors:
    """Return every anchor of an article's page: of headings, of its title, and those that the text names itself."""
    return anchors_from(facts_of(article), slugger)


def anchors_from(facts: Facts, slugger: str) -> Anchors:
    """Return every anchor of the page of an article with these facts."""
    algorithms = algorithms_of(slugger)
    offered = tuple(dict.fromkeys(_of_headings(facts, algorithms[0])))
    names = {*offered, *facts.ids}
    for algorithm in algorithms[1:]:
        names.update(_of_headings(facts, algorithm))
    names.update(heading.anchor for heading in facts.headings if heading.anchor)
    spelt_out = (heading.text for heading in facts.headings if any(map(_is_symbol, heading.text)))
    around = tuple(part for part in map(_ascii, spelt_out) if part) if "ascii" in algorithms else ()
    return Anchors(frozenset(names), facts.complete, around, offered)


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
    return re.search(_OPEN, article.body.uncoded, re.MULTILINE) is not None


def algorithms_of(slugger: str) -> tuple[str, ...]:
    """Return the names of the algorithms that a slugger stands for."""
    return tuple(_ALGORITHMS) if slugger == "any" else _ALGORITHMS_OF.get(slugger, ("github",))


def slug(text: str, algorithm: str) -> str:
    """Return the anchor of a heading's plain text, before repeated ones are numbered; "" where nothing is left."""
    return _ALGORITHMS[algorithm](text)


def _titles(article: Article) -> list[str]:
    """Return the headings as written: what stands in braces there is known only to the site generator."""
    return [article.source[heading.text_span] for heading in article.body.headings if not heading.anchor]


def _is_computable(title: str) -> bool:
    return "{{" not in title and "{%" not in title and not re.search(r"(?<!\w):[a-z_]{2,30}:(?!\w)", title)


def _of_headings(facts: Facts, algorithm: str) -> Iterator[str]:
    """Yield the anchors of all headings; themes may give the title one too."""
    seen: dict[str, int] = {}
    title = facts.title
    if title and not any(heading.text == title for heading in facts.headings):
        yield slug(title, algorithm)
    for heading in facts.headings:
        name = heading.anchor or slug(heading.text, algorithm)
        count = seen[name] = seen.get(name, -1) + 1
        if algorithm == "python":
            yield f"{name}_{count + (not name)}" if count or not name else name
        else:
            name = name or ("section" if algorithm in ("kramdown", "pandoc") else "")
            yield f"{name}-{count}" if count else name
        if count and algorithm == "encoded":
            yield f"{name}-{count + 1}"  # older versions of markdown-it-anchor count from 2


# --- the algorithms -------------------------------------------------------------------------------------------


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _kept(text: str, also: str) -> str:
    """Drop everything but letters, marks, numbers, connecting punctuation and the characters in `also`."""
    return "".join(char for char in text if char in also or unicodedata.category(char) == "Pc" or _is_word(char))


def _is_symbol(char: str) -> bool:
    return unicodedata.category(char) == "So"


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


def _github(text: str) -> str:
    return _kept(unicodedata.normalize("NFC", text.lower()), "- ").replace(" ", "-")


def _kramdown(text: str) -> str:
    letters = re.sub(r"[^a-zA-Z0-9 -]", "", re.sub(r"\A[^a-zA-Z]+", "", text))
    return letters.replace(" ", "-").lower()


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", _without_marks(text).lower().replace("'", "-")).strip("-")


def _python(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _pandoc(text: str) -> str:
    joined = re.sub(r"\s+", "-", _kept(text.lower(), "-. "))
    return re.sub(r"\A[\W\d_]+", "", joined)


def _encoded(text: str) -> str:
    return re.sub(r"\s+", "-", text.strip().lower())


def _vue(text: str) -> str:
    joined = re.sub(_SPECIAL, "-", _without_marks(text)).strip("-").lower()
    return f"_{joined}" if joined[:1].isdigit() else joined


def _hexo(text: str) -> str:
    return re.sub(_SPECIAL, "-", _without_marks(text)).strip("-")


def _collapsed(text: str) -> str:
    return re.sub(r"-+", "-", _github(text)).strip("-")


def _joined(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _hashnode(text: str) -> str:
    return f"heading-{_collapsed(text)}"


_ALGORITHMS: dict[str, Callable[[str], str]] = {
    "github": _github,
    "kramdown": _kramdown,
    "ascii": _ascii,
    "python": _python,
    "pandoc": _pandoc,
    "encoded": _encoded,
    "vue": _vue,
    "hexo": _hexo,
    "collapsed": _collapsed,
    "joined": _joined,
    "hashnode": _hashnode,
}
