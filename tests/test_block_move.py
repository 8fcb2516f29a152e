"""A metadata block becomes front matter: all of it arrives, or is named as left behind."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from real_data import CORPORA

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader, Reading
from lintarticle.article.views.block_move import BlockMove, move_block
from lintarticle.source import SourceText

TAIL = """\
# Tides

Water.

---

**SEO Title:** Tides of the north (18 chars)
**Meta Description:** All about: tides.
**Slug:** tides
**Date:** 2026-01-31
**Focus Keyphrase:** tides
**Reading Level:** easy
**SEO Tags:** #sea #moon

**Suggested Illustrations:**

1. **Hero Image** (Top of post): What it shows. Could be created with prompt: "a moon"

2. **Infographic** (After "Tides" section): Heights. Prompt: "a chart"
   Alt text: Heights by day

**Target Audience:** sailors
The link has been copied!
"""

FRONT_MATTER = """\
---
title: Tides
seo_title: Tides of the north
excerpt: "All about: tides."
slug: tides
date: 2026-01-31
keyphrase: tides
reading_level: easy
tags:
  - sea
  - moon
illustrations:
  - type: hero
    placement: top
    description: What it shows.
    prompt: a moon
  - type: infographic
    placement: after "Tides"
    description: Heights.
    prompt: a chart
    alt: Heights by day
audience: sailors
---

"""


def read(text: str) -> Article:
    return ArticleReader().read("tides.md", SourceText(text))


def moved(text: str, names: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, BlockMove]:
    article = read(text)
    assert len(article.blocks) == 1
    move = move_block(article, article.blocks[0], names or {})
    for edit in sorted(move.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text, move


def test_a_tail_block_becomes_front_matter_and_the_body_ends_at_its_last_paragraph() -> None:
    after, move = moved(TAIL)
    assert after == FRONT_MATTER + "# Tides\n\nWater.\n"
    assert move.left == ()
    before, then = read(TAIL), read(after)
    assert then.blocks == ()
    for name in ("title", "seo_title", "excerpt", "slug", "date", "keyphrase", "audience"):
        assert then.metadata.text(name) == before.metadata.text(name), name
    assert [(item.kind, item.placement and item.placement.kind) for item in then.illustrations] == [
        ("hero", "top"),
        ("infographic", "after"),
    ]


def test_the_final_line_end_stays_as_it_was() -> None:
    after, _ = moved(TAIL.rstrip("\n"))
    assert after.endswith("---\n\n# Tides\n\nWater.")


def test_a_byte_order_mark_stays_first() -> None:
    after, _ = moved("\ufeff" + TAIL)
    assert after == "\ufeff" + FRONT_MATTER + "# Tides\n\nWater.\n"


def test_a_site_has_its_own_names() -> None:
    after, move = moved(TAIL, {"excerpt": ("description", "summary"), "keyphrase": ("seo.keyphrase", "focus")})
    assert 'description: "All about: tides."\n' in after
    assert "\nfocus: tides\n" in after
    assert "description" in move.moved


def test_two_texts_for_search_engines_and_readers_stay_apart() -> None:
    text = "# Tides\n\nWater.\n\n---\n\n**Excerpt:** For readers.\n\n**Meta Description:** For engines.\n"
    after, _ = moved(text)
    assert after.startswith("---\ntitle: Tides\nexcerpt: For readers.\nmeta_description: For engines.\n---\n\n# Tides")
    assert read(after).metadata.text("excerpt") == read(text).metadata.text("excerpt")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "# Tides\n\n**Excerpt:** All.\n**Tags:** sea, moon\n**Author:** A. Writer\n\n---\n\nWater.\n",
            "---\ntitle: Tides\nexcerpt: All.\ntags:\n  - sea\n  - moon\nauthor: A. Writer\n---\n\n# Tides\n\nWater.\n",
        ),
        (
            "# Tides\n\nWater.\n\n<!-- SEO Meta\nExcerpt: All about tides.\nTags: sea, moon\n-->\n",
            "---\ntitle: Tides\nexcerpt: All about tides.\ntags:\n  - sea\n  - moon\n---\n\n# Tides\n\nWater.\n",
        ),
        (
            "# Tides\n\nWater.\n\n---\n\n## SEO\n\n- **Excerpt:** All about tides.\n- **Tags:** sea, moon\n",
            "---\ntitle: Tides\nexcerpt: All about tides.\ntags:\n  - sea\n  - moon\n---\n\n# Tides\n\nWater.\n",
        ),
        (
            "Water.\n\n---\n\n**Excerpt:** All.\n**Tags:** sea, moon\n\n---\n\n*Written in the harbour.*\n",
            "---\nexcerpt: All.\ntags:\n  - sea\n  - moon\n---\n\nWater.\n\n---\n\n*Written in the harbour.*\n",
        ),
    ],
)
def test_blocks_at_every_place(text: str, after: str) -> None:
    assert moved(text)[0] == after


@pytest.mark.parametrize(
    "text",
    [
        "Title: Tides\nExcerpt: All about tides.\nTags: sea, moon\n\nWater.\n",
        "---\ntitle: Tides\n---\n\n**Date:** {{ page.date }}\n**Tags:** a, b\n**Excerpt:** All.\n\n# Tides\n",
        "---\ntitle: Tides\n---\n\n# Tides\n\nWater.\n\n---\n\n**SEO Title:** {% title %}\n**Slug:** tides\n",
        "---\ntitle: Tides\ntags: [tides]\n---\n\nWater.\n\n**SEO Tags:** tides, harbour\n**Excerpt:** All.\n",
    ],
    ids=["headers of Pelican", "a template", "a tag of a template", "a rest that nobody would see again"],
)
def test_a_block_that_has_to_stay_is_not_moved(text: str) -> None:
    assert moved(text)[0] == text


@pytest.mark.parametrize(
    ("block", "keys"),
    [
        (
            "---\n\n| Field | Value |\n| --- | --- |\n| Reading level | easy |\n| SEO Title | North |\n| Slug | t |\n",
            "reading_level: easy\nseo_title: North\nslug: t\n",
        ),
        (
            "| Note | Value |\n|---|---|\n| Level | easy |\n| SEO Title | North |\n| Slug | t |\n| Tags | a |\n",
            "level: easy\nseo_title: North\nslug: t\ntags:\n  - a\n",
        ),
        ("| | |\n|---|---|\n| SEO Title | North |\n| Slug | t |\n", "seo_title: North\nslug: t\n"),
        (
            "---\n\n## My editorial box\n\n**Status:** ready\n**SEO Title:** North\n**Slug:** t\n**Tags:** a\n",
            "status: ready\nseo_title: North\nslug: t\ntags:\n  - a\n",
        ),
        (
            "---\n\n**SEO Title:** North\n\n**Cover Image**\n- Alt text: A harbour\n- *Caption*: Dusk\n- File: a.png\n",
            "seo_title: North\ncover_alt: A harbour\ncover_caption: Dusk\ncover: a.png\n",
        ),
        (
            "---\n\n**SEO Title:** North\n**Internal Links:** [Fog](/fog)\n**External Links:** [Almanac](https://x.org)\n",
            'seo_title: North\ninternal_links: "[Fog](/fog)"\nexternal_links: "[Almanac](https://x.org)"\n',
        ),
    ],
)
def test_nothing_that_belongs_to_a_block_stays(block: str, keys: str) -> None:
    before = "---\ntitle: Tides\n---\n\nWater.\n"
    assert moved(f"{before}\n{block}")[0] == before.replace("title: Tides\n", f"title: Tides\n{keys}")


BLOCK = "\nWater.\n\n---\n\n**SEO Excerpt:** All about tides.\n\n**SEO Tags:** sea, moon\n"


@pytest.mark.parametrize(
    ("front_matter", "after"),
    [
        (
            "---\ntitle: 'Tides' # of the north\n---\n",
            "---\ntitle: 'Tides' # of the north\nexcerpt: All about tides.\ntags:\n  - sea\n  - moon\n---\n",
        ),
        ("---\ntitle: Tides\ntags: [moon, sea]\nexcerpt:\n---\n", None),
        (
            "---\nexcerpt:\nlinks: [a]\n---\n",
            "---\nexcerpt: All about tides.\nlinks: [a]\ntags: [sea, moon]\n---\n",
        ),
        (
            '+++\ntitle = "Tides"\n\n[extra]\na = 1\n+++\n',
            '+++\ntitle = "Tides"\nexcerpt = "All about tides."\ntags = ["sea", "moon"]\n\n[extra]\na = 1\n+++\n',
        ),
        (
            '{\n  "title": "Tides"\n}\n',
            '{\n  "title": "Tides",\n  "excerpt": "All about tides.",\n  "tags": ["sea", "moon"]\n}\n',
        ),
    ],
)
def test_front_matter_takes_the_values_in_its_own_manner(front_matter: str, after: str | None) -> None:
    if after is None:
        after = "---\ntitle: Tides\ntags: [moon, sea]\nexcerpt: All about tides.\n---\n"
        rest = "\nWater.\n\n---\n\n**SEO Tags:** sea, moon\n"
    else:
        rest = "\nWater.\n"
    assert moved(front_matter + BLOCK)[0] == after + rest


def test_what_differs_from_the_front_matter_stays_and_is_named() -> None:
    front_matter = "---\ntitle: Tides\ndescription: Another text.\ntags: [sea, moon]\n---\n"
    after, move = moved(front_matter + BLOCK)
    assert move.left == ("SEO Excerpt",)
    assert after == front_matter + "\nWater.\n\n---\n\n**SEO Excerpt:** All about tides.\n"


def test_a_text_for_search_engines_is_compared_with_its_like() -> None:
    front_matter = "---\nseo_description: Another text.\n---\n"
    after, move = moved(front_matter + BLOCK.replace("SEO Excerpt", "Meta description"))
    assert (move.moved, move.left) == (("tags",), ("Meta description",))
    assert after.startswith(
        "---\nseo_description: Another text.\ntags:\n  - sea\n  - moon\n---\n\nWater.\n\n---\n\n**Meta"
    )


def test_what_the_front_matter_says_already_just_goes() -> None:
    front_matter = "---\nexcerpt: All  about tides.\ntags: [sea, moon]\n---\n"
    after, move = moved(front_matter + BLOCK)
    assert (move.moved, move.left) == ((), ())
    assert after == front_matter + "\nWater.\n"


def test_a_remark_between_the_labels_stays() -> None:
    text = "Water.\n\n---\n\n## SEO\n\n<!-- Ask the harbour master. -->\n\n**Excerpt:** All.\n\n**Tags:** sea, moon\n"
    after, move = moved(text)
    assert after.endswith("---\n\nWater.\n\n<!-- Ask the harbour master. -->\n")
    assert move.left == ()


def test_nothing_moves_into_front_matter_that_cannot_be_read() -> None:
    move = moved("---\ntitle: a: b: c\n---\n" + BLOCK)[1]
    assert move.edits == ()
    assert move.left == ("SEO Excerpt", "SEO Tags")


def test_the_sample_article() -> None:
    sample = CORPORA / "seed" / "article.md"
    if not sample.is_file():
        pytest.skip("the sample articles are not here")
    text = sample.read_text("utf-8")
    after, move = moved(text)
    assert (move.moved, move.left) == (("excerpt", "tags", "illustrations", "audience"), ())
    before, then = read(text), read(after)
    assert then.blocks == ()
    for name in ("title", "excerpt", "audience"):
        assert then.metadata.text(name) == before.metadata.text(name), name
    assert [item.text for item in then.metadata.all("tags")[0].items] == [
        item.text for item in before.metadata.all("tags")[0].items
    ]
    parts = [
        (each.kind, each.description and each.description.text, each.prompt and each.prompt.text)
        for each in before.illustrations
    ]
    assert len(parts) == 3
    assert parts == [
        (each.kind, each.description and each.description.text, each.prompt and each.prompt.text)
        for each in then.illustrations
    ]
    body = text[: text.rindex("\n\n---\n")]
    assert after.endswith("\n---\n\n" + body)


def test_a_content_type_is_no_type_as_site_generators_read_it() -> None:
    after, _ = moved("# Tides\n\nTwice a day.\n\n---\n\n**SEO Excerpt:** How they come.\n\n**Content type:** guide\n")
    assert "\ncontent_type: guide\n" in after


PUBLISHING_DETAILS = """\
# Tides and boats

The harbour empties twice a day.

## Publishing details

|  |  |
|---|---|
| **SEO Title** | Tides and boats |
| **Tags** | tides, harbour |

### Featured Image

- Alt text: Boats on sand
- Caption: Low water in March

### Internal links

- [Tide tables](/tides)

### External links

- [Tide office](https://example.org/tides)
"""


@pytest.mark.parametrize("head", ["|  |  |", "| | |", "||  |", "| Field | Value |"])
def test_a_table_with_an_empty_head_and_the_headings_below_it_move_as_one(head: str) -> None:
    after, move = moved(PUBLISHING_DETAILS.replace("|  |  |", head))
    assert move.left == ()
    assert after.endswith("---\n\n# Tides and boats\n\nThe harbour empties twice a day.\n")
    assert "cover_alt: Boats on sand\ncover_caption: Low water in March\n" in after
    assert 'internal_links: "- [Tide tables](/tides)"\nexternal_links: "- [Tide office](https' in after


def test_links_with_a_host_are_external_whatever_the_language_of_their_label() -> None:
    labels = {"internal_links": ("Weiterführend", "Interne Verweise")}
    text = "# Tides\n\nWater.\n\n---\n\n**SEO Title:** Tides\n\n**{}:** [Amt](https://example.org/a)\n"
    for label, key in (("Weiterführend", "external_links"), ("Interne Verweise", "internal_links")):
        article = ArticleReader(Reading(labels=labels)).read("tides.md", SourceText(text.format(label)))
        assert key in move_block(article, article.blocks[0], {}).moved
