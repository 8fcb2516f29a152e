"""What renderers themselves show: articles are rendered as their site does it, and marks left in the text are counted.

    python benchmarks/renderers.py CORPORA            prints, for each kind of mark, how often we and the renderer agree
    python benchmarks/renderers.py CORPORA --list     lists the articles in which we do not

A folder of CORPORA is one repository, named `owner__name`. Renderers: cmarkgfm (also for those that follow CommonMark
and can't be run from here), Hugo, kramdown, and Python-Markdown as MkDocs Material sets it; `pip install
lintarticle[renderers]` installs those of Python, the others are found on the PATH. One that is missing is named and its
articles are left out. Shortcodes, templates, formulas and expressions are rendered as a word, as a site fills them in.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.views.lost_headings import headings_in_html
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.dialect import Renderer
from lintarticle.linter import lint
from lintarticle.problem import Problem, Severity
from lintarticle.rule import Context, Site
from lintarticle.rules import ALL
from lintarticle.source import SourceText

SUFFIXES = (".md", ".markdown", ".mdx")

SITES: dict[str, Renderer] = {
    "18F__18f.gsa.gov": "kramdown",
    "TryGhost__Docs": "mdx",
    "electron__website": "mdx",
    "getzola__zola": "pulldown-cmark",
    "github__opensource.guide": "kramdown",
    "gohugoio__hugoDocs": "goldmark",
    "houfu__blog-alt-counsel": "ghost",
    "hpe-dev-incubator__hpe-dev-portal": "remark",
    "jekyll__jekyll": "kramdown",
    "kaityo256__zenn-content": "zenn",
    "polyaxon__polyaxon": "remark",
    "rust-lang__blog.rust-lang.org": "pulldown-cmark",
    "simonw__til": "github",
    "sofastack__sofastack.tech": "goldmark",
    "withastro__starlight": "mdx",
}
"""Repositories whose renderer is known from their configuration; others are rendered as on GitHub."""

Render = Callable[[Sequence[str]], list[str]]
"""Makes HTML of Markdown, of all articles of a site at once."""


# --- renderers -------------------------------------------------------------------------------------------------


def _with_cmarkgfm(texts: Sequence[str]) -> list[str]:
    import cmarkgfm
    from cmarkgfm.cmark import Options

    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return [
        cmarkgfm.markdown_to_html_with_extensions(text, options, ["table", "strikethrough", "autolink"])
        for text in texts
    ]


def _with_python_markdown(texts: Sequence[str]) -> list[str]:
    import markdown

    extensions = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
    extensions += ["pymdownx.superfences", "pymdownx.details", "pymdownx.tasklist", "pymdownx.tabbed"]
    return [markdown.markdown(text, extensions=extensions) for text in texts]


_KRAMDOWN = """\
require 'kramdown'
require 'kramdown-parser-gfm'
Dir[ARGV[0] + '/*.md'].each do |path|
  document = Kramdown::Document.new(File.read(path, encoding: 'utf-8'), input: 'GFM', hard_wrap: false,
                                    syntax_highlighter: nil, math_engine: nil)
  File.write(path.sub(/md$/, 'html'), document.to_html)
end
"""


def _with_kramdown(texts: Sequence[str]) -> list[str]:
    return _in_folder(texts, ["ruby", "-e", _KRAMDOWN], ".", "{}.html")


_HUGO = """\
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"]
[markup.goldmark.renderer]
unsafe = true
"""


def _with_hugo(texts: Sequence[str]) -> list[str]:
    files = {"hugo.toml": _HUGO, "layouts/_default/single.html": "{{ .Content }}"}
    command = ["hugo", "--quiet", "--source"]
    return _in_folder(
        [f"---\ntitle: x\n---\n\n{text}" for text in texts], command, "content", "public/{}/index.html", files
    )


def _in_folder(
    texts: Sequence[str], command: list[str], place: str, made: str, files: dict[str, str] | None = None
) -> list[str]:
    """Run a command over a folder with the texts; return what it makes of each, "" where it makes nothing."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        named = {f"{place}/a{number}.md": text for number, text in enumerate(texts)}
        for name, text in {**(files or {}), **named}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        subprocess.run([*command, folder], check=True, capture_output=True)
        results = (root / made.format(f"a{number}") for number in range(len(texts)))
        return [result.read_text("utf-8") if result.exists() else "" for result in results]


def _has_module(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def _has_kramdown() -> bool:
    ruby = shutil.which("ruby")
    if ruby is None:
        return False
    return (
        subprocess.run([ruby, "-e", "require 'kramdown-parser-gfm'"], check=False, capture_output=True).returncode == 0
    )


class Program(NamedTuple):
    """A renderer that may be here."""

    name: str
    render: Render
    is_here: Callable[[], bool]


_CMARKGFM = Program("cmarkgfm", _with_cmarkgfm, lambda: _has_module("cmarkgfm"))
_PROGRAMS = {
    "goldmark": Program("hugo", _with_hugo, lambda: shutil.which("hugo") is not None),
    "kramdown": Program("kramdown", _with_kramdown, _has_kramdown),
    "python-markdown": Program("Python-Markdown", _with_python_markdown, lambda: _has_module("pymdownx")),
}


def program_for(renderer: str) -> Program:
    """Return what stands for a renderer: itself, or cmarkgfm for those that follow CommonMark."""
    return _PROGRAMS.get(renderer, _CMARKGFM)


# --- what is visible -------------------------------------------------------------------------------------------


class Kind(NamedTuple):
    """A mark that readers should not see: what it looks like, and the rules that report it."""

    visible: re.Pattern[str]
    rules: tuple[str, ...]


KINDS = {
    "emphasis": Kind(
        re.compile(
            r"(?<![*/(=,\\])\*{2,4}(?![*/]|\.\w|\w+[,)=])(?<!\s\*\*(?=\s))(?<!\d\*\*(?=\d))"
            r"(?<![A-Za-z)]\*\*(?=[A-Za-z(]))|(?<=[\u3000-\u9fff])__(?!_)|(?<!_)__(?=[\u3000-\u9fff])"
        ),
        ("rendering/literal-emphasis",),
    ),
    "links": Kind(
        re.compile(r"\]\((?!\s*\))|\]\s+\((?:https?://|\.{0,2}/\w)|[\w.]\)\[(?:https?://|www\.)"),
        ("rendering/broken-link",),
    ),
    "headings": Kind(re.compile(r"^\s*#{2,6}(?:\w|\s+\w)", re.MULTILINE), ("rendering/broken-heading",)),
    "fences": Kind(
        re.compile(r"^\s*(?:`{3,}|~{3,})", re.MULTILINE),
        ("rendering/unclosed-fence", "rendering/nested-fence", "rendering/fence-text"),
    ),
    "tables": Kind(re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+", re.MULTILINE), ("rendering/broken-table",)),
    "footnotes": Kind(re.compile(r"\[\^[^\]\s\[\\/*+-]+\](?![*+])"), ("rendering/footnote",)),
}


class _Visible(HTMLParser):
    """Collects the text that readers see outside of code; each block starts a line."""

    _HIDDEN = frozenset(("code", "pre", "script", "style", "textarea", "svg", "math", "kbd", "samp", "template"))
    _INLINE = frozenset(
        (
            "a",
            "abbr",
            "b",
            "cite",
            "del",
            "em",
            "i",
            "ins",
            "mark",
            "q",
            "s",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "u",
        )
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line or what is hidden."""
        if tag in self._HIDDEN:
            self._hidden.append(tag)
        elif tag not in self._INLINE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line or what is hidden."""
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass
            self.pieces.append("\ufdd3")
        elif tag not in self._INLINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is visible."""
        if not self._hidden:
            self.pieces.append(data)


def visible_text(page: str) -> str:
    """Return the text of a page outside of its code."""
    parser = _Visible()
    parser.feed(page)
    parser.close()
    return "".join(parser.pieces)


# --- comparing -------------------------------------------------------------------------------------------------


class Compared(NamedTuple):
    """One article and one kind of mark: the places that we report, and those that the renderer shows."""

    path: str
    kind: str
    reported: list[str]
    shown: list[str]


_FILLED_IN = frozenset(("shortcode", "liquid", "template", "math", "expression", "code"))
_LEFT_OUT = frozenset(("comment", "esm", "directive", "attributes", "tag"))


def as_rendered(article: Article) -> str:
    """Return the body as a site gives it to its renderer: its front matter and all that is no Markdown gone.

    Marks within HTML are left out: that Markdown is not read there is another kind of problem.
    """
    text = list(article.text)
    for mask in article.body.masks:
        if mask.kind in _FILLED_IN or mask.kind in _LEFT_OUT:
            new = "x" if mask.kind in _FILLED_IN else " "
            for at in range(*mask.span):
                text[at] = "\n" if text[at] == "\n" else new
    headings = [range(*span) for span in headings_in_html(article)]
    for block in article.body.html_blocks:
        for at in range(*block):
            if text[at] in "*_[]#" and not any(at in heading for heading in headings):
                text[at] = " "
    start = article.front_matter.span.end if article.front_matter else 0
    return "".join(text)[start:].lstrip("\ufeff")


def compare(repository: Path, render: Render, renderer: Renderer) -> Iterator[Compared]:
    """Compare what we report in the articles of a repository with what a renderer shows."""
    rules = {name for kind in KINDS.values() for name in kind.rules}
    active = tuple(ActiveRule(rule, rule.severity or Severity.INFO) for rule in ALL if rule.name in rules)
    settings = Settings(site=Site(renderer=renderer), rules=active)
    articles = [
        _read(path, repository) for path in sorted(repository.rglob("*")) if path.is_file() and path.suffix in SUFFIXES
    ]
    pages = render([as_rendered(article) for article in articles])
    for article, page in zip(articles, pages, strict=True):
        text = visible_text(page)
        problems = list(lint(article, settings, Context(date(2026, 1, 31), site=settings.site)))
        for name, kind in KINDS.items():
            shown = [_around(text, match) for match in kind.visible.finditer(text)]
            reported = [
                _line(article, problem) for problem in problems if problem.rule in kind.rules and _is_seen(problem)
            ]
            yield Compared(f"{repository.name}/{article.path}", name, reported, shown)


def _is_seen(problem: Problem) -> bool:
    """Whether a problem is of marks that readers see as text: not what is lost, or part of something else."""
    return not problem.message.startswith(("All that follows", "Nothing refers", "The footnote"))


def _read(path: Path, root: Path) -> Article:
    return ArticleReader().read(path.relative_to(root).as_posix(), SourceText.from_bytes(path.read_bytes()))


def _around(text: str, match: re.Match[str]) -> str:
    return " ".join(text[max(0, match.start() - 40) : match.end() + 40].split())


def _line(article: Article, problem: Problem) -> str:
    return f"{problem.start.line}: {article.text.split(chr(10))[problem.start.line - 1].strip()[:120]}"


def compare_all(corpora: Path) -> tuple[list[Compared], list[str]]:
    """Compare the articles of every repository; return that, and the programs that are not here."""
    found: list[Compared] = []
    missing: set[str] = set()
    for repository in sorted(path for path in corpora.glob("[!_.]*") if path.is_dir()):
        renderer = SITES.get(repository.name, "github")
        program = program_for(renderer)
        if program.is_here():
            found += compare(repository, program.render, renderer)
        else:
            missing.add(program.name)
    return found, sorted(missing)


def agreement(found: Sequence[Compared]) -> float:
    """Return the share of articles in which we report a kind of mark if and only if the renderer shows it."""
    return sum(bool(each.reported) == bool(each.shown) for each in found) / max(1, len(found))


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path, help="the folder of repositories")
    parser.add_argument("--list", action="store_true", help="list the articles in which we and the renderer differ")
    options = parser.parse_args(argv)
    found, missing = compare_all(options.corpora.resolve())
    for name in missing:
        print(f"{name} is not here: its articles are left out")
    by_kind: dict[str, list[Compared]] = defaultdict(list)
    for each in found:
        by_kind[each.kind].append(each)
    for kind, compared in by_kind.items():
        both = sum(1 for each in compared if each.reported and each.shown)
        ours = [each for each in compared if each.reported and not each.shown]
        theirs = [each for each in compared if each.shown and not each.reported]
        print(f"{kind:10} {len(compared)} articles, agreement {agreement(compared):.2%}: both {both}, "
              f"only we {len(ours)}, only the renderer {len(theirs)}")  # fmt: skip
        for each in (*ours, *theirs) if options.list else ():
            what = f"reported {each.reported[:2]}" if each.reported else f"shown {each.shown[:2]}"
            print(f"    {each.path}: {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
