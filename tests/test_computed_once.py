"""What costs is computed once: a reader for its settings, a view for its article, whoever asks and only if asked."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from types import CodeType, FrameType
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lintarticle.article import views
from lintarticle.article.article_reader import ArticleReader, Reading
from lintarticle.article.markdown import body_reader
from lintarticle.article.markdown.inline_parser import InlineParser
from lintarticle.article.markdown.parser import parse_blocks
from lintarticle.article.metadata import fields
from lintarticle.article.views.anchors import anchors_of
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.linter import lint
from lintarticle.problem import Severity
from lintarticle.rule import Context
from lintarticle.rules import ALL
from lintarticle.source import SourceText

ARTICLE = SourceText("""\
---
title: Tides
excerpt: On tides, and how to read a table of them.
keyphrase: tide table
---

# Tides

- [Ebb](#ebb)
- [Flood](#flood)
- [Slack](#slack)

Water rises. It falls, see [the table](table.md) and [the moon](https://example.com/moon?utm_source=x).

<!-- lintarticle-disable-next-line text/sentence-length: it is a long one -->
## Ebb

## Flood
""")


def questions() -> dict[CodeType, str]:
    """Return the code of every view with its name, those of `suppressions` included."""
    names = [f"{views.__name__}.{module.name}" for module in iter_modules(views.__path__)]
    names.append("lintarticle.suppressions.parse")
    members = [value for name in names for value in vars(import_module(name)).values()]
    views_only = [member for member in members if not hasattr(member, "cache_info")]  # of an article, not of a run
    asked = [member.__wrapped__ for member in views_only if hasattr(member, "__wrapped__")]
    return {question.__code__: question.__name__ for question in asked}


@contextmanager
def counted(codes: dict[CodeType, str]) -> Iterator[Counter[str]]:
    """Count the calls of some functions."""
    calls: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in codes:
            calls[codes[frame.f_code]] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def test_a_view_is_computed_at_most_once_though_all_rules_ask_for_it() -> None:
    rules = tuple(ActiveRule(rule, rule.severity or Severity.INFO, rule.options()) for rule in ALL)
    article = ArticleReader().read("tides.md", ARTICLE)
    with counted(questions()) as calls:
        lint(article, Settings(rules=rules), Context(date(2026, 1, 31)))
    asked = {"anchors_of", "stale_entries", "links_with_targets", "sentences", "search_excerpt", "keyphrase_of"}
    assert {name: calls[name] for name in asked | {"read_suppressions"}} == dict.fromkeys(
        asked | {"read_suppressions"}, 1
    )
    assert set(calls.values()) == {1}


def test_a_view_is_computed_only_when_somebody_asks() -> None:
    with counted(questions()) as calls:
        ArticleReader().read("tides.md", ARTICLE)
    assert calls == {}


def test_each_argument_of_a_view_has_its_own_answer() -> None:
    article = ArticleReader().read("tides.md", SourceText("# Élan vital\n"))
    assert anchors_of(article, "zola").offered == ("elan-vital",)
    assert anchors_of(article, "github").offered == ("élan-vital",)
    assert anchors_of(article, "zola") is anchors_of(article, "zola")


def test_two_articles_have_their_own_answers() -> None:
    reader = ArticleReader()
    first, second = (reader.read("tides.md", SourceText(f"# {title}\n")) for title in ("Ebb", "Flood"))
    assert [anchors_of(each, "github").offered for each in (first, second)] == [("ebb",), ("flood",)]


def test_a_reader_builds_its_parsers_and_folds_its_names_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()

    def count(module: object, name: str) -> None:
        original: Callable[..., object] = getattr(module, name)

        def noted(*arguments: object, **named: object) -> object:
            calls[name] += 1
            return original(*arguments, **named)

        monkeypatch.setattr(module, name, noted)

    count(body_reader, "make_parser")
    count(fields, "normal_key")
    reader = ArticleReader(Reading(fields={"excerpt": ("lead",)}))
    articles = [reader.read("tides.md", ARTICLE) for _ in range(3)]
    assert calls["make_parser"] == 1
    built = calls["normal_key"]
    reader.read("tides.md", ARTICLE)
    assert calls["normal_key"] - built == 3  # the keys of the article
    assert len({(each.body.prose, each.body.headings, each.body.links) for each in articles}) == 1


BLOCK = "---\n\n**SEO Excerpt:** On tides, and how to read a table of them.\n\n**Tags:** tides, moon\n"


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ("# Tides\n\nWater *rises*.\n\n- Ebb\n- Flood\n\n", 1),
        ("Water rises.\n", 2),  # the break is the line under a heading, until the block is taken away
        ("> - Ebb\n>   [tides]\n\n[tides]: tides.md\n\n", 1),
        ("[moon]\n\n", 1),
    ],
)
def test_a_metadata_block_is_cut_out_of_what_was_read(monkeypatch: pytest.MonkeyPatch, body: str, times: int) -> None:
    parsed: list[str] = []

    def noted(parser: MarkdownIt, text: str, env: dict[str, Any]) -> list[Token]:
        parsed.append(text)
        return parse_blocks(parser, text, env)

    monkeypatch.setattr(body_reader, "parse_blocks", noted)
    source = SourceText(f"{body}{BLOCK}")
    article = ArticleReader().read("tides.md", source)
    assert [block.place for block in article.blocks] == ["tail"]
    assert len(parsed) == times
    alone = body_reader.BodyReader().read(source, (), tuple(block.span for block in article.blocks))
    names = ("span", "headings", "links", "lists", "quotes", "thematic_breaks", "definitions", "prose", "uncoded")
    assert all(getattr(article.body, name) == getattr(alone, name) for name in names)
    assert [each.text for each in article.body.paragraphs] == [each.text for each in alone.paragraphs]


def test_what_is_inline_is_read_only_when_somebody_asks_and_only_where_there_are_marks() -> None:
    text = "# Tides\n\nWater rises.\n\nIt _falls_, too.\n\nSee _the_ [table](table.md).\n\n| a | _b_ |\n|---|---|\n"
    inline = {InlineParser.parse.__code__: "parsed"}
    with counted(inline) as calls:
        body = ArticleReader().read("tides.md", SourceText(text)).body
    assert calls["parsed"] == 0
    with counted(inline) as calls:
        assert [link.target.text for link in body.links] == ["table.md"]
        assert "table.md" not in body.prose
        assert sum(each.bold != "" for each in body.paragraphs) == 0
    assert calls["parsed"] == 1
    with counted(inline) as calls:
        assert [each.text for each in body.paragraphs] == [
            "Water rises.", "It falls, too.", "See the table.", "a", "b",
        ]  # fmt: skip
    assert calls["parsed"] == 2
