"""Sites of many platforms for the tests of `lintarticle init`: articles that do the same, and faults to plant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple


class Platform(NamedTuple):
    """How a site is laid out. `fields` maps keys to what they hold; `articles` is the path of one, with `{slug}`."""

    files: Mapping[str, str]
    articles: str
    fields: Mapping[str, str]
    format: str = "yaml"
    preset: str = ""
    folder: str = ""


_BLOG = {"title": "title", "date": "date", "description": "text", "tags": "tags", "category": "choice"}

PLATFORMS: Mapping[str, Platform] = {
    "hugo": Platform(
        {"hugo.toml": 'baseURL = "https://example.org/"\n', "content/posts/_index.md": "---\ntitle: Posts\n---\n"},
        "content/posts/{slug}.md",
        {**_BLOG, "draft": "flag"},
        folder="content",
    ),
    "hugo-json": Platform(
        {"config.json": '{"baseURL": "/", "contentDir": "text"}'},
        "text/{slug}/index.md",
        {**_BLOG, "weight": "number"},
        preset="hugo",
        folder="text",
    ),
    "jekyll": Platform(
        {"_config.yml": "title: Tides\npermalink: /:title/\n"},
        "_posts/{day}-{slug}.md",
        {"layout": "constant", "title": "title", "description": "text", "tags": "tags", "category": "choice"},
        folder="_posts",
    ),
    "astro": Platform(
        {"astro.config.mjs": "// a comment\nexport default defineConfig({ site: 'https://example.org' });\n"},
        "src/content/blog/{slug}.md",
        {"title": "title", "description": "text", "pubDate": "date", "category": "choice", "tags": "tags"},
        folder="src/content",
    ),
    "starlight": Platform(
        {"astro.config.mjs": "import starlight from '@astrojs/starlight';\n"},
        "src/content/docs/guides/{slug}.mdx",
        {"title": "title", "description": "text", "order": "number", "badge": "choice"},
        folder="src/content/docs",
    ),
    "docusaurus": Platform(
        {"docusaurus.config.js": "module.exports = { presets: [['classic', { docs: false }]] };\n"},
        "blog/{day}-{slug}.md",
        {
            "slug": "slug",
            "title": "title",
            "description": "text",
            "authors": "names",
            "tags": "tags",
            "hide_table_of_contents": "flag",
        },
        folder="blog",
    ),
    "mkdocs": Platform(
        {"mkdocs.yml": "site_name: Tides\ndocs_dir: manual\nmarkdown_extensions:\n  - x: !!python/name:a.b\n"},
        "manual/{slug}.md",
        {"title": "title", "description": "text", "date": "date", "status": "choice"},
        preset="mkdocs-material",
        folder="manual",
    ),
    "zola": Platform(
        {"config.toml": 'base_url = "https://example.org"\n'},
        "content/blog/{slug}.md",
        {"title": "title", "date": "date", "description": "text", "weight": "number", "template": "constant"},
        format="toml",
        folder="content",
    ),
    "eleventy": Platform(
        {"eleventy.config.js": "export default c => ({ dir: { input: 'pages' /* here */ } });\n"},
        "pages/{slug}.md",
        {**_BLOG, "layout": "constant"},
        folder="pages",
    ),
    "pelican": Platform(
        {"pelicanconf.py": "import os\nPATH = 'articles'\nTHEME = os.getenv('X')\n"},
        "articles/{slug}.md",
        {"Title": "title", "Date": "date", "Category": "choice", "Tags": "tags", "Summary": "text"},
        format="headers",
        folder="articles",
    ),
    "quarto": Platform(
        {"_quarto.yml": "project:\n  type: website\n"},
        "posts/{slug}/index.qmd",
        {"title": "title", "description": "text", "date": "date", "author": "name", "categories": "tags"},
        folder=".",
    ),
    "zenn": Platform(
        {"package.json": '{"dependencies": {"zenn-cli": "^0.1"}}'},
        "articles/{slug}.md",
        {"title": "title", "emoji": "name", "type": "choice", "topics": "tags", "published": "flag"},
        folder="articles",
    ),
    "docfx": Platform(
        {"docfx.json": '\ufeff{"build": {"content": [{"files": ["guide/**/*.md"]}]}} // data'},
        "guide/{slug}.md",
        {"title": "title", "description": "text", "ms.date": "date", "ms.topic": "choice", "author": "name"},
        folder="guide",
    ),
    "hexo": Platform(
        {"_config.yml": "new_post_name: :title.md\n"},
        "source/_posts/{slug}.md",
        {"title": "title", "date": "date", "tags": "tags", "excerpt": "text", "comments": "flag"},
        folder="source/_posts",
    ),
    "gatsby": Platform(
        {
            "gatsby-config.js": "module.exports = { plugins: [{ resolve: 'gatsby-source-filesystem', options: "
            "{ path: `${__dirname}/content/blog`, name: 'blog' } }] };\n"
        },
        "content/blog/{slug}/index.md",
        {**_BLOG, "featured": "flag"},
        folder="content",
    ),
    "nextjs": Platform(
        {"next.config.js": "module.exports = {};\n"}, "posts/{slug}.mdx", {**_BLOG, "published": "flag"}, folder="posts"
    ),
}

_SUBJECTS = (
    *("tide tables", "sea charts", "harbour walls", "signal flags", "rope work"),
    *("night sailing", "anchor ground", "storm jibs", "pilot books", "ferry ports"),
)
_TAGS = ("tides", "charts", "harbours", "flags", "ropes", "night")
_CHOICES = ("guide", "news", "report")
_BODY = """
Everything here was tried on the water, by people who had the time to try it twice and to write down what came of it.

## What you need

A pencil, a dry table and an hour without any haste are enough for most of this work on a quiet evening in port.

## How it works

First find the page of the day, then the hour of high water, and then count the hours until the moment that you sail.
"""


def slug(number: int) -> str:
    return f"{_SUBJECTS[number % 10].replace(' ', '-')}-{number}"


def values(kind: str, number: int) -> object:
    subject = _SUBJECTS[number % 10]
    return {
        "title": f"What {subject} say about day {number} at sea",
        "date": date(2024, 1, 1) + timedelta(days=3 * number),
        "text": f"All that {subject} say on one page, for sailors who read them {number} times in a hurry.",
        "tags": [_TAGS[number % 6], _TAGS[(number + 1) % 6]],
        "choice": _CHOICES[number % 3],
        "constant": "post.html",
        "flag": number % 20 == 19,
        "number": number % 9 + 1,
        "name": f"sailor {number % 4}",
        "names": [f"sailor {number % 4}"],
        "slug": slug(number),
    }[kind]


def _written(value: object, style: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(value) if style == "headers" else f"[{', '.join(_written(item, style) for item in value)}]"
    if isinstance(value, str) and style != "headers":
        return f'"{value}"'
    return str(value)


def article(platform: Platform, fields: Mapping[str, object], body: str = _BODY) -> str:
    """Return the text of an article with these fields."""
    sign = " = " if platform.format == "toml" else ": "
    lines = [f"{key}{sign}{_written(value, platform.format)}\n" for key, value in fields.items()]
    fence = {"yaml": "---\n", "toml": "+++\n", "headers": ""}[platform.format]
    return f"{fence}{''.join(lines)}{fence}{body}"


def fields_of(platform: Platform, number: int) -> dict[str, object]:
    """Return the fields of an article by its number."""
    return {key: values(kind, number) for key, kind in platform.fields.items()}


def path_of(platform: Platform, number: int) -> str:
    """Return the path of an article by its number."""
    day = date(2024, 1, 1) + timedelta(days=3 * number)
    return platform.articles.format(slug=slug(number), day=day.isoformat())


def build(platform: Platform, folder: Path, count: int = 30) -> None:
    """Write a site in which all articles do the same."""
    texts = {path_of(platform, number): article(platform, fields_of(platform, number)) for number in range(count)}
    for name, text in {**platform.files, **texts}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def faults(platform: Platform) -> Iterator[tuple[str, str]]:
    """Yield the names of ten faults, each with the text of the article by its number that has it."""
    by_kind = {kind: key for key, kind in platform.fields.items()}
    title, last = by_kind["title"], list(platform.fields)[-1]
    first = next(key for key, kind in platform.fields.items() if kind in ("text", "choice"))
    other = by_kind.get("choice") or by_kind.get("flag") or by_kind.get("number") or first
    dated = by_kind.get("date") or by_kind.get("flag") or by_kind.get("number") or title
    listed = by_kind.get("tags") or other

    def changed(number: int, **new: object) -> str:
        own = {**fields_of(platform, number), **new}
        return article(platform, {key: value for key, value in own.items() if value is not None})

    def renamed(number: int, key: str, name: str) -> str:
        own = {name if each == key else each: value for each, value in fields_of(platform, number).items()}
        return article(platform, own)

    yield "no title", changed(0, **{title: None})
    yield "no field", changed(1, **{first: None})
    yield "an empty field", changed(2, **{last: ""})
    yield "a misspelt key", renamed(3, first, first[:-2] + first[-1] + first[-2])
    yield "another misspelt key", renamed(4, title, title + "e")
    yield "a wrong type", changed(5, **{dated: "some day soon"})
    yield "a foreign value", changed(6, **{other: "nonsense"})
    yield "a foreign tag", changed(7, **{listed: ["quantum", *_TAGS[:1]] if listed != other else "quantum"})
    yield "no section", article(platform, fields_of(platform, 8), re.sub(r"(?s)## How it works.*", "", _BODY))
    yield "a title without end", changed(9, **{title: "What tide tables say " * 12})
