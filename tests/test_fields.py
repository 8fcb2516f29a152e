"""One view of the metadata: names, precedence, values and spans, whatever the format and place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader, Reading
from lintarticle.article.metadata.fields import field_names, normal_key
from lintarticle.article.metadata.metadata import ALIASES, Field
from lintarticle.article.values import Text
from lintarticle.article.views.fields import same_value
from lintarticle.source import SourceText

CANONICAL = (
    "title", "seo_title", "excerpt", "seo_excerpt", "tags", "categories", "keywords", "date", "updated", "draft",
    "status", "published", "slug", "author", "canonical_url", "lang", "series", "audience", "keyphrase",
    "illustrations", "cover", "cover_alt",
)  # fmt: skip


def read(text: str, path: str = "posts/article.md", reading: Reading | None = None) -> Article:
    return ArticleReader(reading).read(path, SourceText(text))


def yaml(keys: str, **fields: tuple[str, ...]) -> Article:
    text = f"---\n{keys}\n---\n\nTwice a day the harbour empties.\n"
    return read(text, reading=Reading(fields=fields))


def named(article: Article, name: str) -> Field:
    field = article.metadata.get(name)
    assert field is not None
    return field


def test_the_table_has_every_canonical_field() -> None:
    assert set(CANONICAL) <= set(ALIASES)


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("title", "title"), ("headline", "title"), ("meta_title", "seo_title"), ("seoTitle", "seo_title"),
        ("title_meta", "seo_title"), ("og_title", "social_title"), ("linkTitle", "short_title"),
        ("description", "excerpt"), ("summary", "excerpt"), ("custom_excerpt", "excerpt"), ("abstract", "excerpt"),
        ("meta_description", "excerpt"), ("seo_description", "excerpt"), ("metaDescription", "excerpt"),
        ("og_description", "excerpt"), ("og:description", "excerpt"),
        ("tags", "tags"), ("topics", "tags"), ("Tags", "tags"), ("keywords", "keywords"), ("category", "categories"),
        ("pubDate", "date"), ("publishDate", "date"), ("published_at", "date"), ("datePublished", "date"),
        ("pubDatetime", "date"), ("lastmod", "updated"), ("date-modified", "updated"), ("updatedDate", "updated"),
        ("authors", "author"), ("author", "author"), ("permalink", "permalink"), ("url", "permalink"),
        ("canonicalUrl", "canonical_url"), ("canonical-url", "canonical_url"), ("canonical", "canonical_url"),
        ("heroImage", "cover"), ("feature_image", "cover"), ("coverImage", "cover"), ("cover_image", "cover"),
        ("feature_image_alt", "cover_alt"), ("image-alt", "cover_alt"), ("focus_keyphrase", "keyphrase"),
        ("seo_keyphrase", "keyphrase"), ("locale", "lang"), ("language", "lang"), ("target_audience", "audience"),
    ],
)  # fmt: skip
def test_aliases(key: str, field: str) -> None:
    article = yaml(f"{key}: 2024-05-01")
    assert named(article, field).key == key
    assert named(article, field).origin == "front-matter"
    assert article.source[named(article, field).key_span] == key


def test_nested_names() -> None:
    article = yaml(
        "seo:\n  title: A\n  description: B\n  canonical: https://example.com\ncover:\n  image: a.png\n  alt: C\n"
        "extra:\n  subtitle: D\n  tags: [x]\ndate:\n  created: 2024-05-01\n  updated: 2024-05-02\n"
        "ogImage:\n  url: b.png"
    )
    found = {field.name: (field.key, field.text) for field in article.metadata if field.name != "cover"}
    assert found["seo_title"] == ("seo.title", "A")
    assert found["excerpt"] == ("seo.description", "B")
    assert found["canonical_url"] == ("seo.canonical", "https://example.com")
    assert found["cover_alt"] == ("cover.alt", "C")
    assert found["subtitle"] == ("extra.subtitle", "D")
    assert found["date"] == ("date.created", "2024-05-01")
    assert found["updated"] == ("date.updated", "2024-05-02")
    assert [item.text for item in named(article, "tags").items] == ["x"]
    covers = [field.key for field in article.metadata.all("cover")]
    assert covers == ["cover.image", "ogImage.url", "cover", "ogImage"]


def test_zola_taxonomies_in_toml() -> None:
    article = read('+++\ntitle = "T"\n[taxonomies]\ntags = ["a", "b"]\ncategories = ["c"]\n+++\n\nText.\n')
    tags = named(article, "tags")
    assert (tags.key, [item.text for item in tags.items]) == ("taxonomies.tags", ["a", "b"])
    assert [article.source[item.span] for item in tags.items] == ['"a"', '"b"']
    assert named(article, "categories").key == "taxonomies.categories"


def test_json_front_matter() -> None:
    article = read('{\n  "title": "T",\n  "tags": "a, b"\n}\n\nText.\n')
    assert [(item.text, article.source[item.span]) for item in named(article, "tags").items] == [("a", "a"), ("b", "b")]


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("a, b", ["a", "b"]), ("[a, b]", ["a", "b"]), ("\n  - a\n  - b", ["a", "b"]), ('"a, b"', ["a", "b"]),
        ("a", ["a"]), ("a b", ["a b"]), ("[2021, true]", ["2021", "true"]), ("2021", ["2021"]),
        ("潮汐、印刷", ["潮汐", "印刷"]),
        ("[{label: A, permalink: /a}]", ["A"]), ("a,, b,", ["a", "b"]), ("", []), ("[]", []), ('""', []),
    ],
)  # fmt: skip
def test_lists_of_tags(written: str, items: list[str]) -> None:
    (field,) = yaml(f"tags: {written}").metadata.all("tags")
    assert [item.text for item in field.items] == items
    assert field.is_empty == (items == [])


def test_equal_parts_of_one_text_have_their_own_spans() -> None:
    article = yaml("tags: tide, tides, tide")
    spans = [item.span for item in named(article, "tags").items]
    assert [article.source[span] for span in spans] == ["tide", "tides", "tide"]
    assert spans == sorted(set(spans))


@pytest.mark.parametrize(
    ("value", "field", "other"),
    [
        ("true", "published", "date"), ("false", "published", "date"), ("2024-05-01", "date", "published"),
        ("2024-05-01T10:00:00Z", "date", "published"), ("2013-09-28 23:30:00 +0000", "date", "published"),
        ("Wed, 01 May 2024 10:00:00 +0000", "date", "published"), ("no", "published", "date"),
        ('"false"', "published", "date"), ("May 1, 2024", "date", "published"),
    ],
)  # fmt: skip
def test_published_is_a_flag_or_a_date_by_its_value(value: str, field: str, other: str) -> None:
    metadata = yaml(f"published: {value}").metadata
    assert field in metadata
    assert metadata.all(other) == ()


def test_the_text_is_what_the_writer_meant() -> None:
    article = yaml("title: 1.10\nslug: 0123\nlang: no\ndescription: >-\n  Two\n  lines.")
    texts = {name: article.metadata.text(name) for name in ("title", "slug", "lang", "excerpt")}
    assert texts == {"title": "1.10", "slug": "0123", "lang": "no", "excerpt": "Two lines."}


# --- precedence -----------------------------------------------------------------------------------------------

TAIL = "\n---\n\n**Title:** Block\n\n**Tags:** b, c\n"


def test_front_matter_before_block_before_heading() -> None:
    article = read(f"---\ntitle: Front\n---\n\n# Heading\n\nText.\n{TAIL}")
    assert [(field.text, field.origin) for field in article.metadata.all("title")] == [
        ("Front", "front-matter"),
        ("Block", "block"),
        ("Heading", "heading"),
    ]
    assert article.metadata.text("title") == "Front"
    assert [item.text for item in named(article, "tags").items] == ["b", "c"]


def test_an_empty_field_is_passed_over() -> None:
    article = read("---\ntitle:\n---\n\n# Heading\n\nText.\n")
    title = named(article, "title")
    assert (title.text, title.origin, title.key) == ("Heading", "heading", "#")
    assert article.source[title.span] == "Heading"
    assert [field.is_empty for field in article.metadata.all("title")] == [True, False]


def test_the_alias_listed_first_wins_whatever_the_order_in_the_file() -> None:
    article = yaml("summary: S\nexcerpt: E\ndescription: D")
    assert [field.key for field in article.metadata.all("excerpt")] == ["excerpt", "summary", "description"]


def test_a_top_key_before_the_same_in_a_container() -> None:
    article = yaml("extra:\n  subtitle: Below\nsubtitle: Top")
    assert [field.text for field in article.metadata.all("subtitle")] == ["Top", "Below"]


@pytest.mark.parametrize(
    ("keys", "block", "excerpt", "seo_excerpt"),
    [
        ("meta_description: M", "", "M", ""),
        ("custom_excerpt: E\nmeta_description: M", "", "E", "M"),
        ("description: D", "**Meta Description:** M", "D", ""),
        ("excerpt: E", "**Meta Description:** M", "E", "M"),
        ("seo_description: S", "**Meta Description:** M", "S", ""),
        ("excerpt:", "**Meta Description:** M", "M", ""),
        ("layout: post", "**SEO Excerpt:** E\n**Meta Description:** M", "E", "M"),
    ],
)
def test_a_description_for_search_engines(keys: str, block: str, excerpt: str, seo_excerpt: str) -> None:
    metadata = read(f"---\n{keys}\n---\n\nText.\n\n---\n\n{block}\n").metadata
    assert (metadata.text("excerpt"), metadata.text("seo_excerpt")) == (excerpt, seo_excerpt)
    assert {field.name for field in metadata.all("excerpt")} <= {"excerpt"}


def test_kindred_fields_stand_in() -> None:
    article = yaml("seo_title: S\nkeywords: [k]")
    assert named(article, "title").key == "seo_title"
    assert article.metadata.get("tags") is None
    block = read("Text.\n\n---\n\n**Keywords:** k, l\n")
    assert [item.text for item in named(block, "tags").items] == ["k", "l"]


# --- a site's own names ---------------------------------------------------------------------------------------


def test_a_site_names_its_fields() -> None:
    article = yaml("lead: L\ndescription: D\nregion: North", excerpt=("lead",), region=("region",))
    assert [field.key for field in article.metadata.all("excerpt")] == ["lead"]
    assert article.metadata.text("region") == "North"


def test_a_name_that_a_site_gives_to_one_field_is_taken_from_the_others() -> None:
    names = field_names({"excerpt": ("Sub-Title",)})
    assert names["excerpt"] == ("Sub-Title",)
    assert "sub_title" not in names["subtitle"]
    assert "subtitle" not in names["subtitle"]


def test_spellings_of_one_key() -> None:
    assert {normal_key(key) for key in ("metaDescription", "meta-description", "Meta_Description")} == {
        "metadescription"
    }


# --- equal values ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tags: [a, B-c]", "tags: 'b c, A'", True), ("tags: [a]", "tags: [a, b]", False),
        ("date: 2024-05-01", "date: May 1, 2024", True), ("date: 2024-05-01", "date: 2024-05-02", False),
        ("description: A b. (4 chars)", "description: '\"A  b.\"'", True), ("slug: /a/", "slug: a", True),
        ("title: A", "title: B", False),
    ],
)  # fmt: skip
def test_same_value(one: str, other: str, same: bool) -> None:
    (first,) = yaml(one).metadata
    (second,) = yaml(other).metadata
    assert same_value(first, second) is same


def test_a_part_of_a_list_counts_where_asked() -> None:
    (first,) = yaml("tags: [a]").metadata
    (second,) = yaml("tags: [a, b]").metadata
    assert same_value(first, second, part=True)


# --- drafts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "path", "draft"),
    [
        ("draft: true", "a.md", True), ("draft: false", "a.md", False), ("published: false", "a.md", True),
        ("published: 2024-05-01", "a.md", False), ("status: draft", "a.md", True), ("status: published", "a.md", False),
        ("title: T", "_drafts/a.md", True), ("title: T", "blog/drafts/a.md", True), ("title: T", "drafts.md", False),
        ("title: Drafts", "posts/a.md", False),
    ],
)  # fmt: skip
def test_is_draft(keys: str, path: str, draft: bool) -> None:
    assert read(f"---\n{keys}\n---\n\nText.\n", path).is_draft is draft


def test_without_any_metadata() -> None:
    assert list(read("Text.\n").metadata) == []


TAG = st.text("abc潮é🌊 -", min_size=1, max_size=8).map(str.strip).filter(lambda tag: bool(tag.strip("- ")))


@given(st.lists(TAG, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_spans_of_parts_read_as_their_text(tags: list[str], newline: str, mark: str) -> None:
    text = f'{mark}---\ntitle: "é🌊"\ntags: "{", ".join(tags)}"\n---\n\nText.\n'.replace("\n", newline)
    article = ArticleReader().read("a.md", SourceText.from_bytes(text.encode()))
    items: tuple[Text, ...] = named(article, "tags").items
    assert [item.text for item in items] == tags
    assert [article.source[item.span] for item in items] == tags
