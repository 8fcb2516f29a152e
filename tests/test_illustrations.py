"""Illustration briefs: every form in which they were seen, with the exact span of each part."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.illustrations import markers
from lintarticle.article.illustrations.brief import _unwrapped, trimmed
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.items import Item
from lintarticle.article.illustrations.parts import _LABEL, Reader
from lintarticle.article.text.brief_words import PLAIN_PICTURES, VOCABULARY
from lintarticle.source import SourceText

BODY = """\
# Tides

Introduction.

## Getting Started

Text.

## Deep Water

Text.

---

**SEO Excerpt:** How to read them.

"""

PARTS = ("type", "description", "prompt", "alt", "file")


def read(text: str) -> Article:
    return ArticleReader().read("posts/tides.md", SourceText(text))


def briefs(block: str) -> list[Illustration]:
    article = read(BODY + block)
    for item in article.illustrations:
        assert_spans(article, item)
    return list(article.illustrations)


def assert_spans(article: Article, item: Illustration) -> None:
    """Every part is what is under its span, but for markup, escapes, line ends and quotation marks."""
    for text in filter(None, [*(getattr(item, part) for part in PARTS), *item.fields.values()]):
        assert squeezed(article.source[text.span]) == squeezed(text.text)
    if item.placement:
        assert squeezed(article.source[item.placement.text.span]) == squeezed(item.placement.text.text)


def squeezed(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text).strip()


def summary(item: Illustration) -> dict[str, str]:
    """Return the parts of a brief that are there, as text."""
    found = {part: text.text for part in PARTS if (text := getattr(item, part))}
    if item.placement and item.placement.text.text:
        found["placement"] = item.placement.text.text
    return {"kind": item.kind, **found, **{name: text.text for name, text in item.fields.items()}}


# --- lists of briefs ------------------------------------------------------------------------------------------


def test_numbered_items_with_bold_names() -> None:
    first, second = briefs(
        "**Suggested Illustrations:**\n\n"
        '1. **Hero Image** (Top of post): A desk. Could be created with prompt: "A desk, in oil"\n\n'
        '2. **Infographic** (After "Getting Started" section): How it moves. Prompt: "Arrows: Title: blue"\n'
    )
    assert summary(first) == {
        "kind": "hero",
        "type": "Hero Image",
        "placement": "Top of post",
        "description": "A desk.",
        "prompt": "A desk, in oil",
    }
    assert summary(second) == {
        "kind": "infographic",
        "type": "Infographic",
        "placement": 'After "Getting Started" section',
        "description": "How it moves.",
        "prompt": "Arrows: Title: blue",
    }
    assert second.placement
    assert [heading.text for heading in second.placement.headings] == ["Getting Started"]


def test_bullets() -> None:
    found = briefs(
        "**Image Suggestions:**\n\n"
        "- **Hero:** A map of the bay\n"
        "- Screenshot of the app (in the Getting Started section)\n"
        "- moon.png: how the moon pulls\n"
        "- Top: a photo of the pier\n"
    )
    assert [summary(item) for item in found] == [
        {"kind": "hero", "type": "Hero", "description": "A map of the bay"},
        {
            "kind": "screenshot",
            "type": "Screenshot of the app",
            "placement": "in the Getting Started section",
            "description": "Screenshot of the app",
        },
        {"kind": "", "file": "moon.png", "description": "how the moon pulls"},
        {"kind": "photo", "type": "photo", "placement": "Top", "description": "a photo of the pier"},
    ]


def test_sub_headings_with_labelled_lines_and_a_fence() -> None:
    (found,) = briefs(
        "## Image Suggestions\n\n"
        "### Image 1: Hero image\n\n"
        "- **Placement:** Top of post\n"
        "- **Description:** A lighthouse\n"
        "- **Alt text:** A lighthouse at sea\n"
        "- **Filename:** `light.png`\n"
        "- **Dimensions:** 1200×630px\n"
        "- **AI Generation Prompt:**\n\n"
        "```\nA lighthouse,\noil on canvas\n```\n"
    )
    assert summary(found) == {
        "kind": "hero",
        "type": "Hero image",
        "placement": "Top of post",
        "description": "A lighthouse",
        "alt": "A lighthouse at sea",
        "file": "light.png",
        "size": "1200×630px",
        "width": "1200",
        "height": "630",
        "prompt": "A lighthouse, oil on canvas",
    }
    assert found.status == "generated"


def test_a_table() -> None:
    found = briefs(
        "**Post images:**\n\n"
        "| Image file | Alt text (≤125 chars) | Title |\n|---|---|---|\n"
        "| `a.png` | One \\| two | First |\n| `b.png` | `c|d` | |\n"
    )
    assert [summary(item) for item in found] == [
        {"kind": "", "file": "a.png", "alt": "One | two", "title": "First"},
        {"kind": "", "file": "b.png", "alt": "c|d"},
    ]


def test_one_prompt_with_bullets_in_it() -> None:
    (found,) = briefs("**FEATURED IMAGE PROMPT:**\nA header:\n- Background: dark\n- Style: flat\n")
    assert (found.kind, found.type and found.type.text) == ("hero", "FEATURED IMAGE PROMPT")
    assert found.prompt
    assert found.prompt.text == "A header: - Background: dark - Style: flat"


def test_a_list_of_prompts() -> None:
    found = briefs('**Image Generation Prompts:**\n\n1. Hero (1200x630): "A pier"\n2. Infographic – “Tides”\n')
    assert [(item.kind, item.prompt and item.prompt.text) for item in found] == [
        ("hero", "A pier"),
        ("infographic", "Tides"),
    ]


def test_bold_lines_with_bullets() -> None:
    found = briefs(
        "**Suggested Visuals:**\n\n"
        "**Image 1 – Hero**\n- Placement: header\n- Prompt: No quotes here\n\n"
        '**Image 2 – Diagram (after "Deep Water")**\n- Prompt: "In quotes"\n- Alt: The deep\n'
    )
    assert [summary(item) for item in found] == [
        {"kind": "hero", "type": "Hero", "placement": "header", "prompt": "No quotes here"},
        {
            "kind": "diagram",
            "type": "Diagram",
            "placement": 'after "Deep Water"',
            "prompt": "In quotes",
            "alt": "The deep",
        },
    ]


def test_labelled_bullets_repeat_for_each_image() -> None:
    found = briefs(
        "**Illustrations:**\n"
        "- Type: hero\n- Placement: top\n- Description: one\n"
        "- Type: map\n- Placement: end\n- Description: two\n"
    )
    assert [summary(item) for item in found] == [
        {"kind": "hero", "type": "hero", "placement": "top", "description": "one"},
        {"kind": "map", "type": "map", "placement": "end", "description": "two"},
    ]


def test_files_before_descriptions_and_images() -> None:
    found = briefs(
        "**Image Suggestions:**\n\n"
        "1. **Social cover**: `marketing/cover.png` — the series' cover\n"
        "2. **The ladder**: `images/ladder.svg` — bars\n"
        "3. ![A pier](images/pier.png)\n"
    )
    assert [summary(item) for item in found] == [
        {"kind": "social", "type": "Social cover", "file": "marketing/cover.png", "description": "the series' cover"},
        {"kind": "", "title": "The ladder", "file": "images/ladder.svg", "description": "bars"},
        {"kind": "", "alt": "A pier", "file": "images/pier.png"},
    ]


@pytest.mark.parametrize(
    ("block", "kind", "placement", "prompt"),
    [
        ('**Illustrations:**\n\n1. **Omslagsbild** (överst): En fyr. Prompt: "En fyr"\n', "hero", "top", "En fyr"),
        ("**Illustrations:**\n\n1. **封面图**（文章开头）：一座灯塔。提示词：“灯塔”\n", "hero", "top", "灯塔"),
        ("**Illustrations:**\n\n1. **アイキャッチ**（冒頭）：灯台。プロンプト：「灯台」\n", "hero", "top", "灯台"),
        ('**Illustrations:**\n\n1. **Schéma** (fin) : Un phare. Prompt : "Un phare"\n', "diagram", "end", "Un phare"),
    ],
)
def test_languages(block: str, kind: str, placement: str, prompt: str) -> None:
    (found,) = briefs(block)
    assert (found.kind, found.placement and found.placement.kind) == (kind, placement)
    assert found.prompt
    assert found.prompt.text == prompt


def test_quotations_in_a_prompt_do_not_end_it() -> None:
    (found,) = briefs('**Illustrations:**\n\n1. **Hero** (top): A sign. Prompt: "A sign that reads "Tide" in neon"\n')
    assert found.prompt
    assert found.prompt.text == 'A sign that reads "Tide" in neon'


def test_an_unclosed_prompt_ends_with_its_item() -> None:
    first, second = briefs(
        '**Illustrations:**\n\n1. **Hero** (top): A. Prompt: "cut\n2. **Map** (end): B. Prompt: "kept"\n'
    )
    assert ([fault.kind for fault in first.faults], first.prompt and first.prompt.text) == (["unclosed-prompt"], "cut")
    assert (second.faults, second.prompt and second.prompt.text) == ((), "kept")


def test_what_cannot_be_read_is_a_fault() -> None:
    (found,) = briefs("**Illustrations:**\n\n**Target Audience:** sailors\n")
    assert ([fault.kind for fault in found.faults], found.is_read) == (["not-parsed"], False)


# --- front matter ---------------------------------------------------------------------------------------------


def test_front_matter_mappings_and_texts() -> None:
    article = read(
        "---\ntitle: Tides\nillustrations:\n"
        '  - type: hero\n    placement: top\n    prompt: "A \\"desk\\""\n    altText: A desk\n'
        "  - 'Map (after \"Deep Water\"): the coast'\n"
        "  - images/pier.png\n---\n" + BODY
    )
    found = article.illustrations
    assert [item.origin for item in found] == ["front-matter"] * 3
    assert [summary(item) for item in found] == [
        {"kind": "hero", "type": "hero", "placement": "top", "prompt": 'A "desk"', "alt": "A desk"},
        {"kind": "map", "type": "Map", "placement": 'after "Deep Water"', "description": "the coast"},
        {"kind": "", "file": "images/pier.png"},
    ]


def test_front_matter_in_toml() -> None:
    article = read('+++\ntitle = "Tides"\n[[illustrations]]\ntype = "map"\nplacement = "end"\n+++\n' + BODY)
    assert [summary(item) for item in article.illustrations] == [{"kind": "map", "type": "map", "placement": "end"}]


# --- marks in the body ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "part", "text"),
    [
        ("[IMAGE: a pier]", "description", "a pier"),
        ("[Image suggestion: a pier]", "description", "a pier"),
        ("[Insert image of the pier here]", "description", "the pier"),
        ("> [IMAGE SUGGESTION: a pier]", "description", "a pier"),
        ("*[Image suggestion: a pier]*", "description", "a pier"),
        ("![Image suggestion: a pier]", "description", "a pier"),
        ("![Image suggestion: a pier](TODO)", "description", "a pier"),
        ("![A pier](IMAGE:a pier at dawn)", "prompt", "a pier at dawn"),
        ("![A pier](IMAGE:pier)", "prompt", "pier"),
        ("<!-- IMAGE: images/pier.png — the pier -->", "file", "images/pier.png"),
        ("<!-- IMAGE 1 PLACEHOLDER -->", "description", ""),
    ],
)
def test_marks(mark: str, part: str, text: str) -> None:
    article = read(f"# Tides\n\n## Deep Water\n\nText.\n\n{mark}\n")
    (found,) = article.illustrations
    value = getattr(found, part)
    assert (found.origin, value.text if value else "") == ("inline", text)
    assert found.placement
    assert [heading.text for heading in found.placement.headings] == ["Deep Water"]
    assert article.source[found.span] in mark


def test_links_boxes_and_footnotes_need_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markers, "_PATTERNS", None)
    links = "- [x] See [the image](a.md), [a chart][1] and [2][] [^3].\n\n![A boat](boat.png)\n"
    text = f"# Tides\n\n{links}\n[1]: b.md\n[2]: c.md\n"
    assert read(text).illustrations == ()


@pytest.mark.parametrize("mark", ["[add imagery of boats here]", "[insert photosynthesis]", "[chartered: a boat]"])
def test_a_word_that_begins_like_a_picture_makes_no_mark(mark: str) -> None:
    assert read(f"# Tides\n\n{mark}\n").illustrations == ()


@pytest.mark.parametrize(
    "text",
    [
        "![A pier](pier.png)\n\n[Photo: J. Smith]",
        "See [Figure 1].",
        "[Image: the pier](https://example.org)",
        "[image: the pier][ref]\n\n[ref]: https://example.org",
        "`[IMAGE: a pier]`",
        "<!-- Image -->\n\n![A pier](pier.png)",
        "<!-- IMAGE: the pier -->\n![A pier](pier.png)",
        "<!-- Image format: PNG -->",
        "[images] and [image] in prose",
    ],
)
def test_no_marks(text: str) -> None:
    assert read(f"# Tides\n\n{text}\n").illustrations == ()


# --- status ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("placement", "status"),
    [('in "Deep Water"', "placed"), ('after "Deep Water"', "placed"), ("top", "generated"), ("end", "placed")],
)
def test_status_by_where_the_body_shows_the_file(placement: str, status: str) -> None:
    front = f"---\ntitle: T\nillustrations:\n  - file: images/a%20b.png\n    placement: {placement}\n---\n"
    article = read(front + "# Tides\n\n## Getting Started\n\nText.\n\n## Deep Water\n\n![A](/img/a%20b.png?v=1)\n")
    assert [item.status for item in article.illustrations] == [status]


def test_the_cover_places_a_hero() -> None:
    article = read("---\ncover: /a.png\nillustrations:\n  - type: hero\n    file: img/a.png\n---\n# Tides\n")
    assert [item.status for item in article.illustrations] == ["placed"]


# --- any text -------------------------------------------------------------------------------------------------

WORDS = st.lists(
    st.sampled_from(["Lamp", "pier", "潮", "ö", "🌊", "a(b)", "x:", '"', "“", "*", "|"]), min_size=1, max_size=8
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["1. **", "- ", "### Image 1: ", "**", "| ", "> ", "```\n", "- **Prompt:** ", ""]),
        WORDS,
        st.sampled_from(["** (Top): text", "", "**", " |", ' Prompt: "x', ":", " Alt: y"]),
    ),
    max_size=8,
)


@given(LINES)
def test_any_list_is_read_with_spans_inside_it(lines: list[tuple[str, list[str], str]]) -> None:
    block = "\n".join(start + " ".join(words) + end for start, words, end in lines)
    article = read(BODY + "**Suggested Illustrations:**\n\n" + block + "\n")
    for item in article.illustrations:
        assert 0 <= item.span.start <= item.span.end <= len(article.text)
        for text in filter(None, (getattr(item, part) for part in PARTS)):
            assert squeezed(text.text) in squeezed(article.source[text.span])


@pytest.mark.parametrize(
    "block",
    [
        'Prompt: "' * 20_000,
        "(" * 100_000,
        "[IMAGE: " * 20_000,
        "[image" * 100_000,
        "1. **a** (b): c\n" * 5_000,
        "| a " * 50_000,
    ],
)
def test_hostile_lists_end(block: str) -> None:
    assert read(BODY + "**Suggested Illustrations:**\n\n" + block + "\n").path == "posts/tides.md"


def test_a_text_in_lines_of_its_own_is_read_without_the_sign_in_front() -> None:
    text = "---\nillustrations:\n  - |\n    Hero (top): A lamp on a desk\n---\n\nWords.\n"
    (item,) = ArticleReader().read("a.md", SourceText(text)).illustrations
    assert (item.kind, item.placement and item.placement.kind) == ("hero", "top")
    assert item.description
    assert text[slice(*item.description.span)] == "A lamp on a desk"


def test_a_size_in_front_matter_is_a_width_and_a_height() -> None:
    (item,) = read("---\nillustrations:\n  - description: A pier\n    size: 400x300\n---\n# Tides\n").illustrations
    assert {name: item.fields[name].text for name in ("size", "width", "height")} == {
        "size": "400x300",
        "width": "400",
        "height": "300",
    }


@pytest.mark.parametrize(
    "value", ["/images/pier.jpg", "pier at dusk.jpg", "pier", "https://example.com/a b c", "pier.png"]
)
def test_a_cover_with_a_file_is_no_brief(value: str) -> None:
    assert briefs(f"**Featured image:** {value}\n") == []


@given(st.text(st.sampled_from("ab é1 -–•|*_`\"“”'\\.\n\t\xa0"), max_size=14), st.integers(0, 3), st.integers(0, 20))
def test_plain_pieces_are_trimmed_as_any_other(text: str, start: int, end: int) -> None:
    assert trimmed(text, start, end, 5) == _unwrapped(text, start, end, 5)


LABEL_PIECES = [
    "a",
    "Prompt",
    "x" * 47,
    " ",
    "\t",
    ":",
    "：",
    "*",
    "**",
    "_",
    "(",
    ")",
    "\n",
    "- ",
    "1. ",
    "# ",
    "🎨",
    ".",
    "'",
]


@given(st.lists(st.sampled_from(LABEL_PIECES), max_size=9).map("".join), st.integers(0, 3))
def test_no_shorter_label_ends_in_a_colon(text: str, at: int) -> None:
    patient = re.compile(_LABEL.pattern.replace("{0,48}+", "{0,48}"))
    assert patient.pattern != _LABEL.pattern
    ours, theirs = _LABEL.match(text, at), patient.match(text, at)
    assert (ours and (ours.regs, ours[0])) == (theirs and (theirs.regs, theirs[0]))


@given(
    st.sampled_from(sorted(PLAIN_PICTURES.every)),
    st.sampled_from(["", " ", " #", "#", " no. "]),
    st.sampled_from(":.("),
)
def test_a_numbered_picture_has_a_digit(word: str, mark: str, after: str) -> None:
    assert VOCABULARY.numbered.match(f"{word}{mark}{after}") is None


NAMES = ["Hero Image", "Image", "Photo", "Placement", "Alt text", "Map of the Bay", "Prompt", "Hero-Image", "Ebb 2"]
NOTES = ["Top of post", "1200x630", "ebb.png", 'After "Ebb"', "**x**", "-", "alt: ebb", "- ebb -", "prompt", "a [b] c"]
TEXTS = [
    "A chart.", "ebb.png.", "ebb.png – tides.", "A chart; the prompt. It", "Alt text.", 'Says "ebb". It!', "**Alt** a.",
    "Ebb. Prompt.", "`Ebb`.", "é – a?", "Ebb: a.", "A. Alt text", "Ebb (alt). Title", "Ebb. Alt\n", "_a_.", "(Alt) a.",
]  # fmt: skip
BRIEF_LABELS = ["Prompt", "Could be created with prompt", "Alt text", "Ebb", "The alt. Prompt", "prompt x", "File"]
PROMPTS = [
    '"a ebb"',
    '"ebb."',
    '"a" b"',
    '"a"',
    '"**a**"',
    '"-"',
    '"Alt: b. Prompt: c"',
    "“a”",
    '"a',
    '"a".',
    '" a "',
    "a",
]


BRIEFS = st.tuples(*map(st.sampled_from, (NAMES, NOTES, TEXTS, BRIEF_LABELS, PROMPTS, ["", " "], [" ", "  ", "\n"])))


@given(BRIEFS)
def test_a_brief_in_its_commonest_form_is_read_as_any_other(pieces: tuple[str, ...]) -> None:
    name, note, text, label, prompt, gap, blank = pieces
    chunk = f"**{name}**{gap}({note}): {text}{blank}{label}: {prompt}"
    reader, item = Reader(chunk, 5, VOCABULARY), Item(0, len(chunk))
    with patch.object(Reader, "_read_plain", return_value=False):
        general = vars(reader.read(item))
    assert vars(reader.read(item)) == general
    assert list(reader.read(item).parts) == list(general["parts"])
