"""Metadata blocks: every form that is seen in the wild is read, and nothing that only looks like one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from real_data import CORPORA

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader, Reading
from lintarticle.article.metadata_block import entry_values, labels
from lintarticle.article.metadata_block.block_lines import BlockLines
from lintarticle.article.metadata_block.entry_values import _marked_items, list_items, plain_value
from lintarticle.article.metadata_block.known_labels import KnownLabels
from lintarticle.article.metadata_block.labels import LabelReader, without_blanks
from lintarticle.article.metadata_block.metadata_block import MetadataBlock
from lintarticle.languages import LANGUAGES, language
from lintarticle.source import SourceText, Span

BLOCKS = Path(__file__).parent / "articles" / "blocks"


def read(text: str, **labels: tuple[str, ...]) -> Article:
    return ArticleReader(Reading(labels=labels)).read("posts/article.md", SourceText(text))


def pairs(article: Article) -> list[tuple[str, str]]:
    """Every field that the blocks hold, with its text or the parts of its list."""
    entries = [entry for block in article.blocks for entry in block.entries]
    return [(entry.field, "|".join(item.text for item in entry.items) or entry.value.text) for entry in entries]


def tail(block: str) -> Article:
    return read(f"# Tide tables\n\nTwice a day the harbour empties.\n\n---\n\n{block}\n")


TAGS = [("tags", "tides|printing")]
BOTH = [("excerpt", "Printing the tides."), ("tags", "tides|printing")]
PLAIN = "Excerpt: Printing the tides.\nTags: tides, printing\n"
PROSE = "Twice a day the harbour empties.\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{PLAIN}\n# Tide tables\n\n{PROSE}", "head"),
        (f"# Tide tables\n\n{PLAIN}\n---\n\n{PROSE}", "head"),
        (f"# Tide tables\n\n{PLAIN}---\n\n{PROSE}", "head"),
        (f"# Tide tables\n\n*A subtitle.*\n\n{PLAIN}\n---\n\n{PROSE}", "head"),
        (f"---\nlayout: post\n---\n\n# Tide tables\n\n{PLAIN}\n{PROSE}", "head"),
        (f"# Tide tables\n\n{PROSE}\n---\n\n{PLAIN}", "tail"),
        (f"# Tide tables\n\n{PROSE}\n{PLAIN}", "tail"),
        (f"# Tide tables\n\n{PROSE}\n***\n{PLAIN}\n---\n", "tail"),
        (f"# Tide tables\n\n{PROSE}\n## SEO\n\n{PLAIN}", "tail"),
        (f"# Tide tables\n\n{PROSE}\n## 7. Meta Information\n\n{PLAIN}", "tail"),
        (f"# Tide tables\n\n{PROSE}\n---\n\n**WordPress SEO**\n\n{PLAIN}", "tail"),
        (f"# Tide tables\n\n{PROSE}\n**SEO Metadata:**\n\n{PLAIN}", "tail"),
        (f"# Tide tables\n\n{PROSE}\n---\n\n{PLAIN}\n*Set in Garamond.*\n", "tail"),
        (f"# Tide tables\n\n{PROSE}\n<!-- SEO Meta\n{PLAIN}-->\n", "comment"),
        (f"<!--\n{PLAIN}-->\n\n# Tide tables\n\n{PROSE}", "comment"),
    ],
)
def test_places_and_openers(text: str, place: str) -> None:
    article = read(text)
    assert [block.place for block in article.blocks] == [place]
    assert pairs(article) == BOTH


def test_a_block_at_both_ends() -> None:
    article = read(f"**Slug:** tide-tables\n\n# Tide tables\n\n{PROSE}\n---\n\n{PLAIN}")
    assert [block.place for block in article.blocks] == ["head", "tail"]
    assert pairs(article) == [("slug", "tide-tables"), *BOTH]


@pytest.mark.parametrize(
    "line",
    [
        "**Tags:** tides, printing",
        "**Tags**: tides, printing",
        "**Tags** : tides, printing",
        "__Tags:__ tides, printing",
        "***Tags:*** tides, printing",
        "**Tags: tides, printing**",
        "*Tags: tides, printing*",
        "*Tags:* tides, printing",
        "_Tags_: tides, printing",
        "**Tags** (5 at most): tides, printing",
        "**Tags (max 5):** tides, printing",
        "**Tags [5–8 words]**: tides, printing",
        "Tags: tides, printing",
        "TAGS: tides, printing",
        "**SEO TAGS:** tides, printing",
        "seo-tags: tides, printing",
        "🏷️ **Tags:** tides, printing",
        "**🏷️ Tags:** tides, printing",
        "**4. Tags:** tides, printing",
        "4. **Tags:** tides, printing",
        "- **Tags:** tides, printing",
        "* Tags: tides, printing",
        "> **Tags:** tides, printing",
        "  **Tags:** tides, printing  ",
        "**Suggested Tags:** tides, printing",
        "**Tags / Keywords:** tides, printing",
        "【标签】潮汐、印刷",
        "**标签**：潮汐，印刷",
    ],
)
def test_label_forms(line: str) -> None:
    expected = [("tags", "潮汐|印刷")] if "标签" in line else TAGS
    assert pairs(tail(line)) == expected


def test_headings_as_labels() -> None:
    block = "## SEO\n\n### Meta Description\n\nPrinting the tides.\n\n### Tags\n\ntides, printing"
    assert pairs(tail(block)) == [("seo_excerpt", "Printing the tides."), ("tags", "tides|printing")]


def test_a_table_of_labels() -> None:
    rows = (
        "| Field | Value |\n| --- | --- |\n| **Meta Description** | Printing \\| tides. |\n| Tags | tides, printing |"
    )
    assert pairs(tail(rows)) == [("seo_excerpt", "Printing \\| tides."), ("tags", "tides|printing")]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("**Meta Description**\nPrinting the tides.", "Printing the tides."),
        ("**Meta Description:**\n\nPrinting the tides.", "Printing the tides."),
        ("**Meta description** (158 chars — target 150–160):  \nPrinting the tides.", "Printing the tides."),
        ("**Meta Description (target: 150–160 chars):** Printing the tides.", "Printing the tides."),
        ("**Meta Description:** Printing the tides. (19 chars)", "Printing the tides."),
        ("**Meta Description:** (19 characters) Printing the tides.", "Printing the tides."),
        ("**Meta Description:** Printing the tides. [150-160 chars]", "Printing the tides."),
        ("**Meta Description:** “Printing the tides.”", "Printing the tides."),
        ('**Meta Description:** "Printing the tides." (19 chars)', "Printing the tides."),
        ("**Meta Description:** `Printing the tides.`", "Printing the tides."),
        ("**Meta Description:**\n\n```\nPrinting the tides.\n```", "Printing the tides."),
        ("**Meta Description:**\n\n> Printing\n> the tides.", "Printing the tides."),
        ("> **Meta Description:** Printing\n> the tides.", "Printing the tides."),
        ("**Meta Description:** Printing\nthe tides.", "Printing the tides."),
        ("**Meta Description:** Printing (and reading) the tides.", "Printing (and reading) the tides."),
        ("**Meta Description:** (Printing) the tides (again)", "(Printing) the tides (again)"),
        ("**Meta Description:** *Printing the tides.*", "Printing the tides."),
        ("**Meta Description:**", ""),
        ("**Meta Description:**\n\n**Slug:** tides", ""),
    ],
)
def test_value_forms(block: str, expected: str) -> None:
    assert pairs(tail(block))[0] == ("seo_excerpt", expected)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("**Tags:** tides; printing", "tides|printing"),
        ("**Tags:** tides · printing", "tides|printing"),
        ("**Tags:** tides | printing", "tides|printing"),
        ("**Tags:** #tides #printing", "tides|printing"),
        ("**Tags:** #tides, #printing", "tides|printing"),
        ("**Tags:** #潮汐 #印刷", "潮汐|印刷"),
        ("**Tags:** `tides` `printing`", "tides|printing"),
        ("**Tags:** `tides`, `printing`", "tides|printing"),
        ("**Tags:**\n- tides\n- printing", "tides|printing"),
        ("**Tags:**\n\n* `tides`\n* **printing**\n", "tides|printing"),
        ("**Tags:**\n1. tides\n2. printing", "tides|printing"),
        ("**Tags:** tides,\nprinting", "tides|printing"),
        ("**Tags:** C#, C++, .NET", "C#|C++|.NET"),
        ("**Tags:** tides", "tides"),
        ("**Tags:** high water; low water, spring; neap", "high water|low water, spring|neap"),
        ("**Tags:**\ntides, printing", "tides|printing"),
        ("**الوسوم:** مد، جزر", "مد|جزر"),
    ],
)
def test_list_separators(block: str, expected: str) -> None:
    assert pairs(tail(block))[0] == ("tags", expected)


@pytest.mark.parametrize(
    "layout",
    [
        "{0}\n{1}\n{2}",
        "{0}\n\n{1}\n\n{2}",
        "{0}  \n{1}  \n{2}",
        "- {0}\n- {1}\n- {2}",
        "{0}\n\n{1}\n\n---\n\n{2}",
    ],
)
def test_run_layouts(layout: str) -> None:
    article = tail(layout.format("**Excerpt:** Printing.", "**Hook:** Who prints?", "**Tags:** tides, printing"))
    assert pairs(article) == [("excerpt", "Printing."), ("", "Who prints?"), *TAGS]
    assert len(article.blocks) == 1
    assert article.body.thematic_breaks == ()


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Title", "title"), ("SEO Title", "seo_title"), ("Meta Title", "seo_title"), ("Title tag", "seo_title"),
        ("Suggested Title Tag", "seo_title"), ("Page title", "title"), ("H1", "title"),
        ("SEO Excerpt", "excerpt"), ("Description", "excerpt"), ("Summary", "excerpt"),
        ("SEO Description", "seo_excerpt"), ("Keywords", "keywords"), ("Secondary keywords", "keywords"),
        ("Focus keyphrase", "keyphrase"), ("Focus keyword", "keyphrase"), ("Primary keyword", "keyphrase"),
        ("Target Keyword", "keyphrase"), ("Target Keywords", "keyphrase"), ("Keyword", "keyphrase"),
        ("Suggested Illustrations", "illustrations"), ("Image plan", "illustrations"),
        ("Post images", "illustrations"), ("Suggested Visuals", "illustrations"),
        ("Featured Image Prompt", "illustrations"), ("Image Generation Prompts", "illustrations"),
        ("URL", "permalink"), ("Canonical", "canonical_url"), ("Category", "categories"), ("Author", "author"),
        ("Date", "date"), ("Target Audience", "audience"), ("Search intent", "search_intent"),
        ("Word Count", "word_count"), ("Reading Time", "reading_time"),
        ("Kategori", "categories"), ("Keyword chính", "keyphrase"), ("Mô tả", "excerpt"), ("Ngày viết", "date"),
        ("Štítky", "tags"), ("关键词", "keywords"), ("メタディスクリプション", "seo_excerpt"), ("태그", "tags"),
        ("Mots-clés", "keywords"), ("Zielgruppe", "audience"), ("Público-alvo", "audience"), ("Doelgroep", "audience"),
        ("Słowa kluczowe", "keywords"), ("Целевая аудитория", "audience"), ("תגיות", "tags"), ("برچسب‌ها", "tags"),
        ("Palabras clave", "keywords"), ("Parole chiave", "keywords"),
    ],
)  # fmt: skip
def test_labels_and_languages(label: str, field: str) -> None:
    article = tail(f"**{label}:** value\n**Slug:** tides")
    assert [entry.field for block in article.blocks for entry in block.entries] == [field, "slug"]


def test_a_url_is_canonical_when_it_is_a_full_address() -> None:
    assert pairs(tail("**URL:** [tides](https://example.com/tides)\n**Slug:** `tides`")) == [
        ("canonical_url", "https://example.com/tides"),
        ("slug", "tides"),
    ]
    assert pairs(tail("**URL:** /tides/\n**Slug:** `tides`")) == [("permalink", "/tides/"), ("slug", "tides")]


def test_a_site_adds_labels() -> None:
    assert read(f"{PROSE}\n---\n\n**Stichworte für Suche:** a, b\n").blocks == ()
    article = read(f"{PROSE}\n---\n\n**Stichworte für Suche:** a, b\n", tags=("Stichworte für Suche",))
    assert pairs(article) == [("tags", "a|b")]


@pytest.mark.parametrize(
    "illustrations",
    [
        '**Suggested Illustrations:**\n\n1. **Hero** (Top): A pier. Prompt: "a pier"\n\n2. **Map** (End): The coast.',
        "**Suggested Illustrations:**\n- Hero: a pier\n  Prompt: a pier\n- Map: the coast",
        (
            "## Image Suggestions\n\n### Image 1: Hero\n\n**Placement:** top\n**Description:** A pier.\n\n"
            "```\na pier\n```\n\n### The coast\n\n**Prompt:** the coast\n**Alt text:** The coast"
        ),
        "**Post images:**\n\n| Image file | Alt text |\n|---|---|\n| `pier.png` | A pier |",
        "**Suggested Illustrations:**\n\n**Hero Image** (Top of post): A pier.\n\n**Map** (End): The coast.",
        "**Featured Image Prompt:** A pier at dawn, the sea gone.",
    ],
    ids=["numbers", "bullets", "headings", "table", "bold leads", "one prompt"],
)
def test_an_illustration_entry_covers_all_its_items(illustrations: str) -> None:
    article = tail(f"{illustrations}\n\n**Tags:** tides, printing")
    entries = article.blocks[0].entries
    assert [entry.field for entry in entries] == ["illustrations", "tags"]
    assert entries[0].value.text == article.source[entries[0].value.span]
    assert illustrations.endswith(entries[0].value.text)
    assert article.source[entries[0].span] == illustrations


def test_prose_behind_a_head_block_is_no_brief() -> None:
    article = read(
        f"# Tide tables\n\n**Suggested Illustrations:**\n\n- Hero: a pier\n- Map: the coast\n\n{PROSE}\n## Tides\n\nx\n"
    )
    assert pairs(article) == [("illustrations", "- Hero: a pier\n- Map: the coast")]
    assert article.body.paragraphs[0].text == PROSE.strip()


def test_debris_is_no_part_of_the_last_value() -> None:
    article = tail("**Tags:** tides, printing\n\n**Target Audience:** Sailors.\nThe link has been copied!")
    assert pairs(article) == [*TAGS, ("audience", "Sailors.")]
    (block,) = article.blocks
    assert [article.source[span] for span in block.debris] == ["The link has been copied!"]
    assert article.source[block.span].endswith("copied!")


@pytest.mark.parametrize(
    "text",
    [
        "# Moving chips\n\n**Physical Transport**: Some firms fly.\n\n**Cloud Rental**: Others rent.\n",
        "# SEO\n\n## Checklist\n\n1. **Title tag**: be short.\n2. **Meta description**: write.\n3. **Tags**: five.\n",
        "# SEO\n\nYou need:\n\n- **Meta description**: one sentence\n- **Tags**: five\n",
        "# SEO\n\nYou need:\n\n**Meta description**: one sentence\n\n**Tags**: five\n",
        "# SEO\n\nFirst.\n\n**Meta description**: It says what.\n\n**Title tag**: It names it.\n\nThat is all.\n",
        "# SEO\n\n## The two tags\n\n**Meta description**: It says what\n\n**Title tag**: It names it\n",
        "# SEO\n\n## What they are\n\n### Title tag\n\nIt names it.\n\n### Meta description\n\nIt says what.\n",
        "# Component\n\nIt opens.\n\n## Props\n\n**Placement:** left\n**Type:** string\n**Description:** a place\n",
        "# Component\n\nIt opens.\n\n---\n\n- **title**: the heading\n- **placement**: left\n- **icon**: a picture\n",
        "# API\n\nIt opens.\n\n| Name | Description |\n| --- | --- |\n| title | the title |\n| description | text |\n",
        "# API\n\nIt opens.\n\n## Meta\n\n- **title**: the title\n- **description**: the text\n",
        "# Code\n\nWrite this:\n\n```\n**SEO Excerpt:** x\n**SEO Tags:** a, b\n```\n",
        "# Code\n\nWrite this:\n\n    **SEO Excerpt:** x\n    **SEO Tags:** a, b\n",
        "# Quoting\n\nThe mail said this.\n\n> **Title:** x\n> **Tags:** a, b\n",
        "# Change\n\nText.\n\n## 1.2\n\n**Date:** 2024-05-01\n**Author:** Ines\n\n- fixed\n",
        "# Change\n\nText.\n\n---\n\n**Summary:** it works.\n",
        "# Talk\n\nText.\n\n---\n\n## Summary\n\nIt works.\n",
        "# Talk\n\nText.\n\n## Tags\n\nTags lead readers on.\n",
        "# Talk\n\nSome text.\n\n**Tags:** a, b\n\nMore text.\n\n**Slug:** c\n\nEnd.\n",
        "# Talk\n\nText.\n\n---\n\n## More\n\n**Tags:** a, b and what they mean\n\nText.\n",
        "# Talk\n\nText.\n\n<!-- IMAGE: a pier -->\n\n<!-- TODO: title: better -->\n",
        "# Talk\n\nNote: this is old. Tags: none.\n",
        "",
        "---\n",
        "# Only a title\n",
    ],
)
def test_what_only_looks_like_metadata(text: str) -> None:
    assert read(text).blocks == ()


@pytest.mark.parametrize("path", sorted(BLOCKS.glob("*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_an_article_is_read_as_expected(path: Path, newline: str) -> None:
    expected = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    data = path.read_text("utf-8").replace("\n", newline).encode()
    article = ArticleReader().read(path.name, SourceText.from_bytes(data))
    found = {
        field.name: [item.text for item in field.items] if field.items else field.text
        for field in article.metadata
        if field.name != "illustrations"
    }
    assert [block.place for block in article.blocks] == expected.pop("places")
    assert len(article.illustrations) == expected.pop("illustrations", 0)
    assert found == expected
    for block in article.blocks:
        spans_hold(article, block)


def spans_hold(article: Article, block: MetadataBlock) -> None:
    """Every span lies in its parent, in order, and reads as the text next to it."""
    text = article.source.text
    end = block.span.start
    for entry in block.entries:
        assert end <= entry.span.start <= entry.label.span.start < entry.label.span.end <= entry.value.span.start
        assert entry.value.span.end <= entry.span.end <= block.span.end
        assert entry.label.text == article.source[entry.label.span]
        if entry.field != "illustrations" and not entry.value.text.startswith(("- ", "* ")):
            assert plain_value(text, entry.value.span).text == entry.value.text
        for item in entry.items:
            assert entry.value.span.start <= item.span.start < item.span.end <= entry.value.span.end
            assert " ".join(article.source[item.span].split()) == item.text
        end = entry.span.end


WORDS = st.text(
    st.sampled_from("abcXYZ019 éß潮汐表🌊👩‍🚀مد()[]'\"`*_#|,;:-.<>&"), min_size=1, max_size=30
).filter(lambda words: bool(words.strip()))  # fmt: skip
LABEL = st.sampled_from(["SEO Excerpt", "Tags", "Slug", "摘要", "Target Audience", "Suggested Illustrations", "Hook"])
FORM = st.sampled_from(["**{}:** {}", "**{}**: {}", "- **{}:** {}", "{}: {}", "**{}** (12 chars): {}", "**{}:**\n{}"])
NEWLINE = st.sampled_from(["\n", "\r\n"])


@given(st.lists(st.tuples(FORM, LABEL, WORDS), min_size=1, max_size=6), NEWLINE, st.sampled_from(["\n", "\n\n"]))
def test_spans_hold_whatever_the_values(lines: list[tuple[str, str, str]], newline: str, gap: str) -> None:
    block = gap.join(form.format(label, words) for form, label, words in lines)
    text = f"# Tides 🌊\n\nText.\n\n---\n\n{block}\n".replace("\n", newline)
    article = ArticleReader().read("a.md", SourceText.from_bytes(text.encode()))
    for found in article.blocks:
        spans_hold(article, found)


@given(
    st.lists(st.text("abc潮é ", min_size=1, max_size=8).filter(lambda tag: tag == tag.strip()), min_size=2, max_size=6)
)
def test_a_list_survives_every_separator(tags: list[str]) -> None:
    for separator in (", ", "; ", " · ", " | ", "、"):
        text = separator.join(tags)
        items = list_items(text, Span(0, len(text)))
        assert [item.text for item in items] == [" ".join(tag.split()) for tag in tags]


MARKED = st.text(st.sampled_from("ab é1 ,;,.-#'\"“”*_`()[]\n\t\xa0|"), max_size=16)


@given(MARKED)
def test_a_plain_list_is_split_as_any_other(text: str) -> None:
    span = Span(0, len(text))
    assert list_items(text, span) == _marked_items(text, without_blanks(text, span))


@given(MARKED)
def test_a_plain_value_is_read_as_one_with_marks(text: str) -> None:
    span = Span(0, len(text))
    with patch.object(entry_values, "_OPENERS", frozenset(text)):
        marked = plain_value(text, span)
    assert plain_value(text, span) == marked


LINES = [
    "", "", "# Tides", "## Ebb", "Ebb.", "- ebb", "---", "| a | b |", "|---|---|", "| Tags | a |", "**Ebb**: a",
    "**Ebb**", "**SEO Excerpt:** a", "**SEO Tags:** a, b", "Slug: a", "## SEO", "Link copied", "=== a", ": a", "```",
    "<!-- a -->", "Text " * 20, "- Text: " * 20,
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=16).map("\n".join))
def test_plain_lines_are_passed_over_as_any_other(text: str) -> None:
    passed = read(text).blocks
    with patch.object(BlockLines, "is_plain", return_value=False):
        assert passed == read(text).blocks


FRONTS = ["", "1. ", "12)  ", "- ", " ", "> ", "1.", "# "]
NAMES = [
    "SEO Tags",
    "Ebb",
    "SEO",
    "Image 1",
    "Title-tag",
    "a" * 31,
    "SEO  Tags",
    " Tags",
    "Tags ",
    "A b c d e",
    "Título",
]
ENDS = [
    ":**",
    "**:",
    "**",
    "** (12 chars):",
    "**(a):",
    "** (a)",
    "** [a]:",
    "*:",
    "***:",
    "** :",
    "：**",
    "**：",
    ": a**",
]
RESTS = ["", " ", " ebb", "  (49 chars) ebb", ": a", " (a): b", " [b] c", "\t**x**", " （a）"]


@given(st.tuples(*map(st.sampled_from, (FRONTS, NAMES, ENDS, RESTS))))
def test_a_label_in_its_commonest_form_is_read_as_any_other(pieces: tuple[str, ...]) -> None:
    front, name, end, rest = pieces
    line = f"{front}**{name}{end}{rest}"
    reader = LabelReader(f"- {line} ", KnownLabels({}))
    short = reader.read(2, 2 + len(line))
    with patch.object(labels, "_PLAIN_BOLD", re.compile("(?!)")):
        assert short == reader.read(2, 2 + len(line))


@pytest.mark.parametrize(
    "text",
    [
        "**Tags:** " + "a," * 200_000,
        "**Tags:** " + "#a " * 200_000,
        "**" * 300_000,
        "- **Tags:** a\n" * 20_000,
        "---\n**Tags:** a\n" * 20_000,
        "**Suggested Illustrations:**\n" + "- a\n\n---\n\n" * 20_000,
        "**Excerpt:** " + "(" * 300_000,
        "**Tags**" + "(" * 300_000,
        "| a " * 100_000,
        "|" + " " * 300_000,
        "**Slug:**\n" + "\n" * 100_000 + "x",
        "> " * 50_000 + "**Tags:** a",
        "***" + "_*" * 200_000,
    ],
    ids=range(13),
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    """The size alone is the test: anything quadratic would not come back."""
    source = SourceText(text)
    spans = [entry.span for block in blocks_of(source) for entry in block.entries]
    assert spans == sorted(spans)


def blocks_of(source: SourceText) -> tuple[MetadataBlock, ...]:
    """Read blocks without the Markdown reader, whose own bounds are not the matter here."""
    from lintarticle.article.markdown.body_reader import BodyReader
    from lintarticle.article.metadata_block.block_reader import BlockReader

    empty = BodyReader().read(SourceText(""), ())
    object.__setattr__(empty, "span", Span(0, len(source.text)))
    return BlockReader().read(source, empty).blocks


@pytest.mark.skipif(not CORPORA.is_dir(), reason=f"no real articles at {CORPORA}")
class TestRealArticles:
    def test_the_users_own_sample(self) -> None:
        article = self._read("seed/article.md")
        metadata = article.metadata
        assert metadata.text("title").startswith("Chinese AI Companies Circumvent")
        assert len(metadata.text("excerpt")) == 222
        tags = metadata.get("tags")
        assert tags is not None
        assert len(tags.items) == 12
        assert metadata.text("audience").endswith("interested in geopolitics and technology.")
        assert len(article.illustrations) == 3
        assert len(article.blocks) == 1

    @pytest.mark.parametrize(
        ("post", "length"),
        [("backup-coverage", 158), ("blocking-sessions", 153), ("health-check-workflow", 151), ("missing-indexes", 146),
         ("wait-statistics", 155)],
    )  # fmt: skip
    def test_descriptions_are_as_long_as_their_hints_say(self, post: str, length: int) -> None:
        article = self._read(f"peterwhyte-lgtm__dba-scripts/blog/{post}/index.md")
        (block,) = article.blocks
        assert [entry.field for entry in block.entries] == ["keyphrase", "seo_excerpt", "illustrations"]
        assert len(block.entries[1].value.text) == length

    @pytest.mark.parametrize(
        "repository",
        ["electron__website", "github__opensource.guide", "gohugoio__hugoDocs", "kaityo256__zenn-content",
         "rust-lang__blog.rust-lang.org", "simonw__til", "withastro__starlight"],
    )  # fmt: skip
    def test_nothing_is_taken_for_a_block_elsewhere(self, repository: str) -> None:
        folder = CORPORA / repository
        paths = [path for path in folder.rglob("*.md*") if path.suffix in (".md", ".mdx")]
        assert paths
        assert [path.name for path in paths if self._read(str(path.relative_to(CORPORA))).blocks] == []

    def _read(self, path: str) -> Article:
        return ArticleReader().read(path, SourceText.from_bytes((CORPORA / path).read_bytes()))


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_heading_that_says_something_is_passed_over(code: str) -> None:
    words = language(code)
    known = KnownLabels({"audience": ("Lodge",)})
    headings = [label.lstrip("~!") for label, _ in words.labels]
    headings += [*words.metadata_headings, *(f"{name} 1" for name in words.plain_pictures), "For the lodge"]
    headings += [f"Our {word} here" for word in words.pictures if KnownLabels.is_about_pictures(f"Our {word} here")]
    headings += [word.lstrip("!") for word in words.metadata_heading_words if KnownLabels.announces(word.lstrip("!"))]
    assert [heading for heading in headings if not known.may_be_label(heading.title())] == []
    assert not known.may_be_label("A harbor at low water")
