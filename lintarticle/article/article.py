"""The article: one file, read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from lintarticle.article.front_matter.front_matter import HIDING, FrontMatter
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.illustration_reader import read_illustrations
from lintarticle.article.markdown.body import Body
from lintarticle.article.markdown.elements import Heading
from lintarticle.article.metadata.metadata import Metadata
from lintarticle.article.metadata_block.metadata_block import BlockEntry, MetadataBlock
from lintarticle.article.values import Fault, Node
from lintarticle.record import Record, cached_property
from lintarticle.signs import absent_marks
from lintarticle.source import SourceText, Span

if TYPE_CHECKING:
    from lintarticle.article.text.language import Detected

_FRAGMENT_FOLDERS = frozenset(("_common", "_fragments", "_includes", "_layouts", "_partials", "_shared", "_snippets"))
_PART_FOLDERS = frozenset(("fragments", "includes", "partials", "snippets"))
"""Folders of parts of other pages. Articles may be in folders with these names too, but have front matter there."""

_TEMPLATE_FOLDERS = frozenset({"_template", "_templates"})

_OF_GENERATORS = frozenset({"archetypes", "scaffolds"})
"""Folders of Hugo and Hexo. A site about archetypes keeps its articles in such a folder too, below one for content."""

_CONTENT = frozenset({"_posts", "articles", "blog", "content", "docs", "pages", "posts", "source", "src"})

_REDIRECTS = frozenset({"redirect_to", "redirect", "redirect_url", "redirectTo"})
"""Keys of a page that leads to another one."""

_NOT_FINISHED = {"draft": ("true", "yes", "on"), "published": ("false", "no", "off"), "status": ("draft",)}
"""What the fields of an article that is not finished say, in folded form."""

_FILLED_IN = (
    r"""(?im)^[ \t]{0,2}["']?(?:title|date|slug)["']?[ \t]*[:=][ \t]*["']?(?:\{\{[^\n]*\}\}|<%[^\n]*%>)["']?,?[ \t]*$"""
)
"""A title, date or slug that is nothing but a placeholder of Hugo, Hexo, Obsidian, cookiecutter or their like."""
_ASCII_AS_BLANKS = bytes(byte if byte > 127 else 32 for byte in range(256))
_QUOTE_REACH = 400
"""Characters of its line to either side of some words that are looked at for quotation marks."""

_QUOTES = ("“”", "„“", "„”", "«»", "»«", "‘’", "「」", "『』", "‹›", "《》")

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def view(question: Callable[Concatenate[Article, Asked], Answer]) -> Callable[Concatenate[Article, Asked], Answer]:
    """Make a function of an article one that is computed once for each article and each set of arguments.

    The article keeps the answers, so they go when it goes. Arguments have to be hashable.
    """

    @wraps(question)
    def answered(article: Article, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        key = (question, asked, *named.items())
        if key not in article.answers:
            article.answers[key] = question(article, *asked, **named)
        answer: Answer = article.answers[key]
        return answer

    return answered


class Article(Record):
    """One file, read. `path` is relative to the repository or working folder, with `/`.

    What only some callers need is not computed here but asked for: see `view` and the package `views`.
    """

    path: str
    source: SourceText
    front_matter: FrontMatter | None
    blocks: tuple[MetadataBlock, ...]
    metadata: Metadata
    body: Body
    marks: tuple[BlockEntry, ...] = ()
    """Labelled briefs for pictures between the paragraphs: `**Suggested image:** …` in a section."""

    @cached_property
    def answers(self) -> dict[object, Any]:
        """What views have answered so far, by the view and its arguments."""
        return {}

    @cached_property
    def illustrations(self) -> tuple[Illustration, ...]:
        """The briefs for pictures in front matter, in metadata blocks and in the body."""
        return read_illustrations(self.source, self.metadata, self.blocks, self.body, self.marks)

    @property
    def text(self) -> str:
        r"""The text of the file, line ends `\n`."""
        return self.source.text

    @cached_property
    def folded(self) -> str:
        """The text as signs of patterns are looked for in it: case and the form of apostrophes do not count."""
        text, special = self.text, self.special_characters
        if 0 < len(special) * 4 < len(text) and special == special.casefold():
            # Only ASCII changes, which takes half the time.
            data = text.encode("utf-8", "surrogatepass").lower()
            return data.decode("utf-8", "surrogatepass").replace("’", "'")
        return folded(text)

    @cached_property
    def absent_marks(self) -> frozenset[str]:
        """The ASCII punctuation marks that are not in `folded`."""
        return absent_marks(self.folded)

    @cached_property
    def special_characters(self) -> str:
        """The characters outside ASCII in their order, with a blank where others are between them; "" for none."""
        if self.text.isascii():
            return ""
        data = self.text.encode("utf-8", "surrogatepass").translate(_ASCII_AS_BLANKS)
        return b" ".join(data.split()).decode("utf-8", "surrogatepass")

    @cached_property
    def h1(self) -> Heading | None:
        """The first heading of level 1."""
        return next((h for h in self.body.headings if h.level == 1 and not h.quoted), None)

    @cached_property
    def title_heading(self) -> Heading | None:
        """The heading that opens the article as its title: the only one of level 1, with nothing to read before it."""
        headings, paragraphs = self.body.headings, self.body.paragraphs
        if not headings or [heading.level for heading in headings].count(1) != 1 or headings[0].level != 1:
            return None
        is_first = not any(each.words for each in paragraphs if each.span.start < headings[0].span.start)
        return headings[0] if is_first else None

    @cached_property
    def is_fragment(self) -> bool:
        """Whether the file is a template or a part of other pages by its folder, so that it need not be complete."""
        folders = self.path.lower().split("/")[:-1]
        return (
            self.is_template
            or not _FRAGMENT_FOLDERS.isdisjoint(folders)
            or (self.front_matter is None and not _PART_FOLDERS.isdisjoint(folders))
        )

    @cached_property
    def is_listing(self) -> bool:
        """Whether the file is a page but not an article: of a section or an error, a home, a redirect, not rendered."""
        stem = self.path.rpartition("/")[2].partition(".")[0].lower()
        if stem in ("_index", "404", "500", "50x"):
            return True
        root = self.front_matter.root if self.front_matter else None
        if root is None:
            return False
        if any(entry.key.text in _REDIRECTS for entry in root.entries):
            return True
        if self.path.endswith(".qmd") and root.entry("listing"):
            return True
        layout, home = self.value("layout"), self.value("home")
        if (layout and layout.text == "home") or (home and home.value is True):
            return True
        render = self.value("render")
        return render is not None and render.value is False

    @cached_property
    def readable(self) -> str:
        """The file without the code of its body: the front matter and all that is not code, at the file's offsets."""
        if self.front_matter is None:
            return self.body.uncoded
        span = self.front_matter.span
        return self.body.uncoded[: span.start] + self.text[span.start : span.end] + self.body.uncoded[span.end :]

    def is_quoted(self, span: Span) -> bool:
        """Whether words are somebody else's: in quotation marks or emphasis on their line, or in a block quote."""
        if self.body.is_in_quote(span.start):
            return True
        before = self.text[max(0, span.start - _QUOTE_REACH) : span.start].rpartition("\n")[2]
        after = self.text[span.end : span.end + _QUOTE_REACH].partition("\n")[0]
        if any(before.rfind(pair[0]) > before.rfind(pair[1]) and pair[1] in after for pair in _QUOTES):
            return True
        return any(before.count(mark) % 2 == 1 and mark in after for mark in '"*_')

    @cached_property
    def briefs(self) -> tuple[Illustration, ...]:
        """The illustrations asked for in front matter and blocks that could be read; marks in the body left out."""
        return tuple(item for item in self.illustrations if item.origin != "inline" and item.is_read)

    @property
    def language(self) -> str:
        """The article's language as a primary subtag (`en`, `zh`), "" if nothing says it."""
        return self.detected.language

    @cached_property
    def detected(self) -> Detected:
        """The article's language and how it is known."""
        from lintarticle.article.text.language import detect_language  # most rules speak no language

        return detect_language(self.metadata.text("lang"), self.path, self.body.prose)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that kept a part of the article from being read."""
        front_matter = self.front_matter.faults if self.front_matter else ()
        illustrations = (fault for item in self.illustrations for fault in item.faults)
        return (*front_matter, *illustrations)

    @cached_property
    def is_draft(self) -> bool:
        """Whether the article says that it is not finished: by a field, or by the folder that it is in."""
        folders = self.path.lower().split("/")[:-1]
        if not {"draft", "drafts", "_drafts"}.isdisjoint(folders):
            return True
        says = self.metadata.named(_NOT_FINISHED)
        return any(self.metadata.text(name).strip().casefold() in _NOT_FINISHED[name] for name in says)

    @property
    def metadata_unreadable(self) -> bool:
        """Whether the front matter has a fault that may hide keys: what seems missing may be there after all."""
        return self.front_matter is not None and any(fault.kind in HIDING for fault in self.front_matter.faults)

    @cached_property
    def tells_what_is_missing(self) -> bool:
        """Whether a field that is not found is truly missing: metadata are there, and all of them could be read.

        Without any metadata that is the one thing to say, and `front-matter/missing` says it. A template or a part
        of other pages lacks what it likes.
        """
        return bool(self.front_matter or self.blocks) and not self.metadata_unreadable and not self.is_fragment

    def value(self, key: str) -> Node | None:
        """Return the value of a front matter key, as it is spelt there; `extra.kind` is `kind` in `extra`."""
        root = self.front_matter.root if self.front_matter else None
        if root and (entry := root.entry(key)):
            return entry.value
        if "." not in key:
            return None
        for part in key.split("."):
            entry = root.entry(part) if root else None
            root = entry.value if entry else None
        return root

    @cached_property
    def is_template(self) -> bool:
        """Whether the file is one that new articles are made from, by its folder or its unfilled values."""
        front_matter = self.source[self.front_matter.span] if self.front_matter else ""
        return is_template(self.path, front_matter)

    @property
    def metadata_span(self) -> Span:
        """Where to point when metadata is missing: the closing fence, the block's first line, or the file's start."""
        if self.front_matter:
            return self.front_matter.closing or self.front_matter.opening
        if self.blocks:
            return self.blocks[0].entries[0].label.span
        first_line = self.source.line_span(1)
        return Span(first_line.start, max(first_line.end, first_line.start))


def folded(text: str) -> str:
    """Return a text in which case and the form of apostrophes do not count."""
    return text.casefold().replace("’", "'")


def is_template(path: str, front_matter: str) -> bool:
    """Whether a file is one that new articles are made from: by its folder, or by its title, date or slug.

    `front_matter` is its text as written, since a placeholder without quotes is not a value that YAML or TOML can read.
    """
    folders = path.lower().split("/")[:-1]
    if not _TEMPLATE_FOLDERS.isdisjoint(folders):
        return True
    for folder in folders:
        if folder in _OF_GENERATORS:
            return True
        if folder in _CONTENT:
            break
    return ("{{" in front_matter or "<%" in front_matter) and re.search(_FILLED_IN, front_matter) is not None
