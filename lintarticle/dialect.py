"""The programs that make pages of Markdown: what each adds to CommonMark, and where it reads text in another way.

Sources: the programs themselves (goldmark and pulldown-cmark follow CommonMark; kramdown 2.4 with kramdown-parser-gfm
1.1 as Jekyll sets it, lib/kramdown/parser; Python-Markdown 3.11, markdown/inlinepatterns.py and blockprocessors.py),
TryGhost/Koenig packages/kg-markdown-html-renderer, forem/forem app/services/markdown_processor,
zenn-dev/zenn-editor packages/zenn-markdown-html, and Pandoc's manual.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from lintarticle.record import NamedTuple, Record
from lintarticle.wording import in_words

Slugger = Literal[
    "any", "astro", "docusaurus", "eleventy", "gatsby", "ghost", "github", "gitlab", "hashnode", "hexo", "hugo",
    "kramdown", "mdbook", "mkdocs", "nextjs", "pandoc", "pelican", "quarto", "starlight", "vitepress", "zenn", "zola",
]  # fmt: skip
"""What `slugger` may be in a configuration; `any` takes an anchor that any of them makes."""

Renderer = Literal[
    "any", "commonmark", "dev", "ghost", "github", "goldmark", "hashnode", "kramdown", "markdig", "markdown-it",
    "marked", "mdx", "obsidian", "pandoc", "pulldown-cmark", "python-markdown", "remark", "zenn",
]  # fmt: skip
"""What `renderer` may be in a configuration; `any`: it is not known."""

Emphasis = Literal["flanking", "blanks"]
"""What is emphasis: what is between marks that flank words as CommonMark says, or between any with no blank inside."""


HtmlBlocks = Literal["lines", "elements", "markdown"]
"""Where Markdown in a block of HTML stays as it is: up to a blank line, in the whole element, nowhere."""

Tables = Literal["matching", "wide", "loose", "bars"]
"""What makes rows between bars a table: a row of dashes with as many cells as the header, with as many or more, with
any number; nothing but bars."""


class Dialect(Record):
    """What a renderer makes of Markdown; the defaults are those of CommonMark.

    `name` is what messages call it.
    `lists_need_blank`: a list right below text stays text.
    `any_number`: a line of text that starts with any number and a dot is a list, not only with 1.
    `spaceless_headings`: `##A` is a heading.
    `image_attributes`: `![](a.png align="left")` is an image.
    `image_sizes`: `![](a.png =500x300)` is an image.
    `blanks_in_address`: `[a](b c.md)` is a link.
    `blank_before_address`: `[a] (b.md)` is a link.
    `math`: dollars enclose formulas.
    `underlines_paragraphs`: dashes below several lines of text turn into a heading.
    `fences_end_further_left`: one in a list may be closed by one that is not indented.
    `tables_need_blank`: a table right below text stays text.
    `html_blocks`: where Markdown in a block of HTML stays as it is.
    `markdown_attribute`: Markdown is read in elements of HTML with the attribute `markdown`.
    `bars_in_code`: a bar between backticks does not end a cell.
    """

    name: str
    emphasis: Emphasis = "flanking"
    lists_need_blank: bool = False
    any_number: bool = False
    spaceless_headings: bool = False
    image_attributes: bool = False
    image_sizes: bool = False
    blanks_in_address: bool = False
    blank_before_address: bool = False
    math: bool = False
    underlines_paragraphs: bool = True
    html_blocks: HtmlBlocks = "lines"
    markdown_attribute: bool = False
    tables: Tables = "matching"
    tables_need_blank: bool = False
    bars_in_code: bool = False
    fences_end_further_left: bool = False


DIALECTS: Mapping[str, Dialect] = MappingProxyType(
    {
        "commonmark": Dialect("CommonMark"),
        "dev": Dialect(
            "DEV",
            emphasis="blanks",
            spaceless_headings=True,
            blanks_in_address=True,
            blank_before_address=True,
            html_blocks="elements",
            tables="wide",
            tables_need_blank=True,
        ),
        "ghost": Dialect("Ghost", spaceless_headings=True),
        "github": Dialect("GitHub", math=True),
        "goldmark": Dialect("Hugo", tables="wide"),
        "hashnode": Dialect("Hashnode", image_attributes=True),
        "kramdown": Dialect(
            "kramdown",
            emphasis="blanks",
            any_number=True,
            blanks_in_address=True,
            html_blocks="elements",
            markdown_attribute=True,
            fences_end_further_left=True,
            tables="bars",
            tables_need_blank=True,
            bars_in_code=True,
        ),
        "markdig": Dialect("DocFX"),
        "markdown-it": Dialect("markdown-it"),
        "marked": Dialect("marked"),
        "mdx": Dialect("MDX", html_blocks="markdown"),
        "obsidian": Dialect("Obsidian", math=True),
        "pandoc": Dialect(
            "Pandoc",
            lists_need_blank=True,
            math=True,
            html_blocks="markdown",
            tables="loose",
            tables_need_blank=True,
            bars_in_code=True,
        ),
        "pulldown-cmark": Dialect("Zola"),
        "python-markdown": Dialect(
            "Python-Markdown",
            emphasis="blanks",
            underlines_paragraphs=False,
            lists_need_blank=True,
            spaceless_headings=True,
            blanks_in_address=True,
            html_blocks="elements",
            markdown_attribute=True,
            tables_need_blank=True,
            bars_in_code=True,
        ),
        "remark": Dialect("remark"),
        "zenn": Dialect("Zenn", image_sizes=True, math=True),
    }
)
"""Renderer → what it makes of Markdown."""


def renderer_of(path: str, configured: str) -> str:
    """Return the renderer of an article: by its name, else the one that the site has."""
    return "mdx" if path.endswith(".mdx") else configured


class Verdict(NamedTuple):
    """In which of the renderers that a site may have something is broken: `certain` if in all of them.

    `names` are those in which it is, "" where all are or where the site's renderer is known.
    """

    certain: bool
    names: str


def verdict(renderer: str, breaks: Callable[[Dialect], bool]) -> Verdict | None:
    """Say whether something is broken on a site with a renderer, None if it is not."""
    if renderer != "any":
        return Verdict(certain=True, names="") if breaks(DIALECTS[renderer]) else None
    broken = [dialect.name for dialect in DIALECTS.values() if breaks(dialect)]
    if not broken:
        return None
    certain = len(broken) == len(DIALECTS)
    return Verdict(certain, "" if certain else _listed(broken))


_SHOWN = 3
"""Renderers that a message names."""


def _listed(names: list[str]) -> str:
    if len(names) <= _SHOWN:
        return in_words(names)
    if len(names) > len(DIALECTS) // 2:
        others = [dialect.name for dialect in DIALECTS.values() if dialect.name not in names]
        return f"all renderers but {_listed(others)}" if len(others) <= _SHOWN else "most renderers"
    return f"{', '.join(names[:_SHOWN])} and others"
