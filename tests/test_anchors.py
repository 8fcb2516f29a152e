"""Headings become anchors as the site generators make them, and links into other articles are followed."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.views.anchors import PageAnchors, anchors_of
from lintarticle.article.views.slugs import slug
from lintarticle.files import DiskFiles
from lintarticle.problem import Finding, Fix
from lintarticle.rule import Context, Files, NoFiles, Site
from lintarticle.rules.links import anchor_missing
from lintarticle.source import SourceText


@pytest.mark.parametrize(
    ("algorithm", "title", "anchor"),
    [
        ("github", "A & b_c: d!", "a--b_c-d"),
        ("github", "1.2 Über uns", "12-über-uns"),
        ("github", "潮汐表 🌊", "潮汐表-"),
        ("github", "नमस्ते", "नमस्ते"),
        ("kramdown", "1. The *First*", "the-first"),
        ("kramdown", "Über uns", "ber-uns"),
        ("ascii", "Über_uns & more", "uber-uns-more"),
        ("python", "Über uns - more", "uber-uns-more"),
        ("python", "潮汐表", ""),
        ("pandoc", "1. What's new in v1.2?", "whats-new-in-v1.2"),
        ("encoded", "What's  new?", "what's-new?"),
        ("vue", "1. Über uns", "_1-uber-uns"),
        ("hexo", "What's New?", "What-s-New"),
        ("collapsed", "A & b - c", "a-b-c"),
        ("joined", "A & b_c", "abc"),
        ("hashnode", "A & b", "heading-a-b"),
    ],
)
def test_one_heading(algorithm: str, title: str, anchor: str) -> None:
    assert slug(title, algorithm) == anchor


@pytest.mark.parametrize(
    ("slugger", "anchors"),
    [
        ("github", {"more", "more-1", "more-2", "own"}),
        ("pelican", {"more", "more_1", "more_2", "own"}),
        ("vitepress", {"more", "more-1", "more-2", "own"}),
    ],
)
def test_repeated_headings_are_numbered(slugger: str, anchors: set[str]) -> None:
    article = ArticleReader().read("a.md", SourceText("# More\n\n## More\n\n### More\n\n## More {#own}\n"))
    assert anchors_of(article, slugger).names == anchors


DATA = Path(__file__).parent / "anchors"
HEADINGS = (DATA / "headings.txt").read_text("utf-8").split("\n")[:-1]
ANSWERS: dict[str, Any] = json.loads((DATA / "answers.json").read_text("utf-8"))
ARTICLES = [ArticleReader().read("a.md", SourceText(f"Text.\n\n## {each}\n\nText.\n")) for each in HEADINGS]
SLUGGERS = {
    "markdown-it-anchor": ("eleventy",),
    "eleventy": ("eleventy",),
    "docusaurus": ("docusaurus", "github", "gatsby", "nextjs"),
    "astro": ("astro", "starlight"),
    "vitepress": ("vitepress",),
    "zenn-markdown-html": ("zenn",),
    "hexo-renderer-marked": ("hexo",),
    "Python-Markdown": ("pelican", "mkdocs"),
    "Python-Markdown, smarty": ("pelican", "mkdocs"),
    "pymdownx.slugs": ("mkdocs",),
    "Hugo": ("hugo",),
    "Pandoc": ("pandoc", "quarto"),
    "kramdown": ("kramdown",),
    "slug": ("zola",),
}


@pytest.mark.parametrize("program", ANSWERS)
def test_anchors_are_those_of_the_real_programs(program: str) -> None:
    answers = ANSWERS[program]["anchors"]
    assert len(answers) == len(HEADINGS) >= 200
    missing = [
        (slugger, heading, answer)
        for heading, article, answer in zip(HEADINGS, ARTICLES, answers, strict=True)
        for slugger in (*SLUGGERS[program], "any")
        if answer and not anchors_of(article, slugger).has(answer)
    ]
    assert missing == []


@pytest.mark.parametrize("slugger", ["any", "hugo"])
def test_no_heading_makes_any_anchor(slugger: str) -> None:
    loose = r"\{\{|:wave:|:rocket:|🦀|[\u0590-\u06ff]"  # templates, and what may be spelt out in many ways
    articles = [(h, a) for h, a in zip(HEADINGS, ARTICLES, strict=True) if not re.search(loose, h)]
    fragments = ("a-heading-that-is-not-on-this-page-and-has-never-been-on-it", "There-is-none", "潮汐表-附注")
    assert [h for h, a in articles for each in fragments if anchors_of(a, slugger).has(each)] == []


@pytest.mark.parametrize(
    ("slugger", "text", "anchors"),
    [
        ("mkdocs", "##No space\n", {"no-space"}),
        ("pelican", "#潮汐 and ebb\n", {"and-ebb"}),
        ("docusaurus", "## Tides <!-- #own -->\n", {"own"}),
        ("github", "## More 1\n\n## More\n\n## More\n", {"more-1", "more", "more-2"}),
        ("eleventy", "## More\n\n## More\n", {"more", "more-2"}),
        ("any", "## [潮汐表：概述](x.md)\n", {"潮汐表：概述", "潮汐表概述", "chao-xi-biao-gai-shu"}),
    ],
)
def test_other_ways_to_an_anchor(slugger: str, text: str, anchors: set[str]) -> None:
    made = anchors_of(ArticleReader().read("a.md", SourceText(text)), slugger)
    assert {anchor for anchor in anchors if not made.has(anchor)} == set()
    assert not made.has("gone")


class OneFile(NoFiles):
    """Files of which one is an article; it counts how often its anchors are asked for."""

    def __init__(self, target: str, text: str) -> None:
        self.target, self.text, self.reads = target, text, 0

    def anchors(self, article: str, target: str, slugger: str) -> PageAnchors | None:
        """Return the anchors of the one file."""
        if target != self.target:
            return None
        self.reads += 1
        return anchors_of(ArticleReader().read(target, SourceText(self.text)), slugger)


def findings(text: str, files: Files) -> list[Finding]:
    article = ArticleReader().read("posts/tides.md", SourceText(text))
    context = Context(date(2026, 1, 31), files, Site(slugger="github"))
    return list(anchor_missing.check(article, context))


def test_another_article_is_read_once() -> None:
    files = OneFile("maps.md", "---\ntitle: Maps\n---\n\n## The north\n")
    found = findings("[a](maps.md#the-north) [b](maps.md#the-south) [c](maps.md#south) [d](maps.md)", files)
    assert [each.message for each in found] == [
        "No heading in “maps.md” matches “#the-south”; correct the link.",
        "No heading in “maps.md” matches “#south”; correct the link.",
    ]
    assert isinstance(found[0].fix, Fix)
    assert [edit.text for edit in found[0].fix.edits] == ["the-north"]
    assert files.reads == 1


def test_no_file_is_read_without_an_anchor() -> None:
    files = OneFile("maps.md", "# Maps\n")
    assert findings("[a](maps.md) [b](#maps) [c](data.csv#x)\n\n# Maps\n", files) == []
    assert files.reads == 0


def test_a_file_that_is_no_article_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "maps.md").write_bytes(b"\0")
    assert findings("[a](maps.md#x) [b](gone.md#x)", DiskFiles(tmp_path, tmp_path)) == []


def test_a_reference_of_the_site_is_followed() -> None:
    files = OneFile("/content/maps.md", "# Maps\n")
    assert len(findings("[a](@/maps.md#gone) [b](@/maps.md#maps)", files)) == 1
