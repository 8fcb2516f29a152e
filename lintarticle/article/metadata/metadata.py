"""The metadata of an article: canonical fields, wherever their values come from, and the names that they go by.

Names are in order of precedence: the one listed first wins where an article has several. They are compared without
case, `-` and `_`; a dot leads into a mapping. Sources: the front matter documentation or models of Ghost, Hugo, Jekyll,
Astro, Docusaurus, Eleventy, MkDocs Material, Gatsby, Next.js, Hexo, Pelican, Quarto, MyST, dev.to, Hashnode, Medium,
Zola, Zenn, and schema.org.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from lintarticle.article.values import Node, Text
from lintarticle.record import NamedTuple
from lintarticle.source import Span

ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "long_title", "post_title", "article_title"),
    "seo_title": (
        "seo_title", "meta_title", "title_meta", "title_tag", "seo.title", "meta.title", "head.title", "page_title",
    ),
    "social_title": (
        "og_title", "twitter_title", "og:title", "og.title", "open_graph.title", "social.title",
        "twitter.title", "share_title", "social_title",
    ),
    "short_title": ("short_title", "link_title", "sidebar_label", "sidebar.label", "nav_title"),
    "subtitle": ("subtitle", "sub_title", "tagline", "deck", "standfirst"),
    "slug": ("slug", "seo.slug", "url_slug"),
    "permalink": ("permalink", "url", "path", "save_as"),
    "excerpt": (
        "excerpt", "custom_excerpt", "summary", "description", "abstract", "teaser", "seo_excerpt", "lead",
        "intro", "short_description",
    ),
    "seo_excerpt": (
        "meta_description", "seo_description", "meta_desc", "seo.description", "meta.description",
        "search_description", "description_meta", "seo.meta_description", "head.description",
    ),
    "social_excerpt": (
        "og_description", "twitter_description", "og:description", "og.description", "open_graph.description",
        "social.description", "twitter.description", "share_description",
    ),
    "tags": ("tags", "tag", "topics", "taxonomies.tags", "tag_list", "seo_tags", "hashtags"),
    "keywords": ("keywords", "keyword", "seo.keywords", "seo_keywords", "meta_keywords", "taxonomies.keywords"),
    "categories": ("categories", "category", "taxonomies.categories", "primary_tag", "section"),
    "keyphrase": (
        "keyphrase", "seo_keyphrase", "focus_keyphrase", "focus_keyword", "primary_keyword", "target_keyword",
        "main_keyword", "seo.keyphrase", "seo.focus_keyword",
    ),
    "date": (
        "date", "pub_date", "publish_date", "published_at", "date_published", "published_date",
        "published_on", "published", "publication_date", "pub_datetime", "date.created", "date.published",
        "posted", "posted_on", "created", "created_at", "date_created", "post_date", "start_date",
    ),
    "updated": (
        "updated", "lastmod", "last_mod", "modified", "updated_at", "updated_date", "last_modified",
        "last_updated", "date_modified", "date.updated", "date.modified", "last_update.date", "last_update",
        "mod_datetime", "last_modified_at", "modified_at", "modified_date", "date_updated", "updated_on",
    ),
    "expires": ("expiry_date", "unpublish_date", "expires", "expires_at"),
    "draft": ("draft", "save_as_draft", "is_draft"),
    "published": ("published", "publish", "is_published"),
    "status": ("status", "publish_status", "post_status"),
    "unlisted": ("unlisted", "ignore_post", "hidden"),
    "author": (
        "author", "authors", "byline", "by", "taxonomies.authors", "taxonomies.author", "author.name",
        "publish_as", "written_by", "last_update.author",
    ),
    "canonical_url": (
        "canonical_url", "canonical", "canonical_link", "rel_canonical", "seo.canonical", "seo.canonical_url",
        "original_url",
    ),
    "lang": ("lang", "language", "locale", "lang_code"),
    "series": ("series", "series_slug", "series.name", "taxonomies.series"),
    "audience": ("audience", "target_audience", "intended_audience"),
    "search_intent": ("search_intent", "intent"),
    "illustrations": (
        "illustrations", "suggested_illustrations", "image_suggestions", "image_prompts", "image_plan",
    ),
    "cover": (
        "cover", "cover_image", "image", "feature_image", "featured_image", "hero_image", "images",
        "thumbnail", "banner", "hero", "header_image", "cover.image", "cover.src", "cover.url", "image.src",
        "image.url", "image.path", "image.feature", "preview", "thumbnail_image", "og_image", "og_image.url",
        "og:image", "og.image", "social_image", "twitter_image", "share_image", "banner_image",
        "header.image", "header.teaser", "hero.image", "seo.image", "lead_image", "post_image", "main_image",
        "cover_photo",
    ),
    "cover_alt": (
        "cover_alt", "cover_image_alt", "image_alt", "feature_image_alt", "featured_image_alt",
        "hero_image_alt", "cover.alt", "image.alt", "hero.alt", "hero.image.alt", "banner_alt",
        "thumbnail_alt", "alt",
    ),
    "cover_caption": (
        "cover_caption", "image_caption", "feature_image_caption", "featured_image_caption", "cover.caption",
        "image.caption", "image_figcaption", "banner_credit", "image_credit",
    ),
    "reading_time": ("reading_time", "read_time", "readtime"),
    "word_count": ("word_count", "words"),
}  # fmt: skip

CONTAINERS = ("extra", "params", "frontmatter", "metadata")
"""Mappings (folded) that platforms keep a site's own keys in (Zola `extra`, Hugo `params`)."""

HEADS = ("meta", "seo", "head", "og")
"""Mappings (folded) of what templates put into the head of the page; `meta` and `head` may be lists of elements."""

_PICTURE = (
    "images?|imgs?|pictures?|pics?|photos?|thumbnails?|thumbs?|banners?|covers?|hero|eyecatch|posters?|gallery|splash"
)
_ABOUT_PICTURE = (
    "featured?|header|head|main|lead|post|page|article|blog|story|news|card|list|listing|index|intro|title|site|home|"
    "landing|front|top|meta|seo|og|opengraph|twitter|facebook|linkedin|social|shar(?:e|ing)|preview|teaser|overlay|"
    "background|bg|small|medium|large|big|wide|full|square|mobile|desktop|dark|light|default|primary|display|visual|"
    "media|asset|static|cdn|remote|local|public|cloudinary|urls?|src|source|path|href|link|file|filename|name|id"
)
COVER_WORDS = rf"(?!.*(?:title|source|name)\Z)(?=.*(?:{_PICTURE}))(?:{_PICTURE}|{_ABOUT_PICTURE}|\d|\.)+"
"""What a key (folded) for a picture of the article is made of: `bannerCloudinaryId`, `header.overlay_image`."""

PROMPT_WORDS = rf"(?:{_PICTURE}|{_ABOUT_PICTURE}|ai|generation|illustrations?|\.)+(?:prompts?|briefs?)"
"""What a key (folded) that asks for a picture is made of: `featured_image_prompt`."""

PICTURE_SIGNS = ("im", "pic", "photo", "thumb", "banner", "cover", "hero", "eyecatch", "poster", "gallery", "splash")
"""One of these begins each word for a picture: a key (folded) without them names none."""

LIST_FIELDS = frozenset({"tags", "keywords", "categories", "author"})
"""Fields whose value is a list of short parts, also where it is written as one text."""

PLAIN_EXCERPTS = frozenset({"excerpt", "customexcerpt", "summary", "abstract", "teaser"})
"""Names (folded) of an excerpt for readers, which may rightly differ from the description for search engines."""

PLATFORM_KEYS = frozenset(
    (
        "aliases", "build", "cascade", "categories", "comments", "css", "dateprefix", "disableshare",
        "enabletoc", "eleventyexcludefromcollections", "eleventynavigation", "expirydate", "extra", "featured",
        "header", "head", "hide", "hidetableofcontents", "hidetitle", "icon", "id", "insearchindex",
        "iscjklanguage", "js", "katex", "lastmodifiedat", "layout", "linktitle", "links", "markup", "math",
        "menu", "menus", "mermaid", "nav", "next", "outputs", "override", "pagefind", "pageid",
        "paginationlabel", "params", "parent", "pin", "pinned", "prev", "recommend", "redirectfrom",
        "redirectto", "redirects", "render", "resources", "robots", "search", "showtoc", "sidebar",
        "sidebarposition", "sitemap", "sortby", "sticky", "taxonomies", "template", "theme", "toc",
        "tocmaxheadinglevel", "tocminheadinglevel", "translationkey", "translations", "type", "uuid", "version",
        "videos", "weight", "$schema",
    )
)  # fmt: skip
"""Keys (folded) that platforms read and a site need not list."""


Origin = Literal["front-matter", "block", "heading"]


class Field(NamedTuple):
    """One piece of metadata under its canonical name, wherever it came from.

    `key` is the name as written (`description`, `extra.subtitle`, `SEO Excerpt`; `#` for a title read from the
    H1). `value` is the plain value; `text` its text ("" for a list or mapping); `items` the parts of a list
    field such as tags, split where it is one scalar, with a span each. `node` is there for front matter only.
    """

    name: str
    key: str
    key_span: Span
    value: object
    text: str
    span: Span
    origin: Origin
    items: tuple[Text, ...] = ()
    node: Node | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the key is there with nothing in it."""
        return not self.text.strip() and not self.items and (isinstance(self.value, str) or not self.value)


class Metadata:
    """Canonical field name → `Field`; among several origins or aliases the first in precedence wins.

    Precedence: front matter before block before heading; within one origin, the alias listed first. A field
    that is there but empty is not "had": `get` passes over it to the next candidate.
    """

    def __init__(self, candidates: Mapping[str, tuple[Field, ...]]) -> None:
        self._candidates = candidates
        self._effective: dict[str, Field] = {}
        for name, fields in candidates.items():
            for field in fields:
                if not field.is_empty:
                    self._effective[name] = field
                    break

    def get(self, name: str) -> Field | None:
        """Return the effective field, or None if it is missing or empty everywhere."""
        return self._effective.get(name)

    def all(self, name: str) -> tuple[Field, ...]:
        """Return every candidate of a field in order of precedence, empty ones included."""
        return self._candidates.get(name, ())

    def named(self, names: Iterable[str]) -> list[str]:
        """Return the names that have a candidate."""
        return [name for name in names if name in self._candidates]

    def text(self, name: str) -> str:
        """Return the text of a field, "" if it is missing."""
        field = self.get(name)
        return field.text if field else ""

    @property
    def tag_field(self) -> Field | None:
        """The field that holds the article's tags; `keywords` where the site has no tags."""
        return self.get("tags") or self.get("keywords")

    def __contains__(self, name: str) -> bool:
        return name in self._effective

    def __iter__(self) -> Iterator[Field]:
        """Yield the effective fields in the order of the canonical field table."""
        return iter(self._effective.values())

    @property
    def every(self) -> Iterator[Field]:
        """Yield every candidate of every field."""
        return (field for fields in self._candidates.values() for field in fields)
