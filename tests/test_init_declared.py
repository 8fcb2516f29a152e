"""`lintarticle init` where a site declares the fields of its articles, for Astro or for Front Matter CMS."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sites import PLATFORMS, article, build, fields_of, path_of

from lintarticle.cli.main import main
from lintarticle.survey.declared import declared_in

Capture = pytest.CaptureFixture[str]

BLOG = {
    "$ref": "#/definitions/blog",
    "definitions": {
        "blog": {
            "type": "object",
            "properties": {
                "title": {"type": "string", "maxLength": 120},
                "description": {"type": "string", "description": "What feeds show."},
                "pubDate": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "integer"}]},
                "category": {"type": "string", "enum": ["guide", "news", "report", "poem"]},
                "tags": {"type": "array", "items": {"type": "string"}, "default": []},
                "series": {"type": "string"},
                "$schema": {"type": "string"},
            },
            "required": ["title", "pubDate"],
            "additionalProperties": False,
        }
    },
}
TEAM = {
    "type": "object",
    "properties": {"title": {"type": "string"}, "since": {"type": "integer"}, "mail": {"type": "string"}},
    "required": ["title", "since"],
}


def write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")


def types_of(site: Path) -> Mapping[str, Any]:
    """Return the types of the configuration that `init` writes."""
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    types: dict[str, Any] = tomllib.loads((site / "lintarticle.toml").read_text("utf-8"))["types"]
    return types


def flagged(capsys: Capture) -> list[tuple[str, str]]:
    capsys.readouterr()
    main(["check", "--no-cache", "--jobs", "1", "--output-format", "json", "--only", "schema"])
    return [(problem["path"], problem["message"]) for problem in json.loads(capsys.readouterr().out)["problems"]]


def test_collections_of_astro(site: Path, capsys: Capture) -> None:
    build(PLATFORMS["astro"], site)
    write(site / ".astro/collections/blog.schema.json", BLOG)
    write(site / ".astro/collections/team.schema.json", TEAM)
    write(site / ".astro/collections/gone.schema.json", TEAM)
    for name, since in (("ann", "2019"), ("bob", "2021")):
        write(site / f"src/content/team/{name}.md", f"---\ntitle: All about {name}\nsince: {since}\n---\n\nMore.\n")
    types = types_of(site)
    fields = types["blog"]["fields"]
    assert fields["title"] == {"type": "string", "required": True, "length": "..120"}
    assert fields["description"]["description"] == "What feeds show."
    assert fields["pubDate"] == {"type": "date", "required": True}
    assert fields["category"]["enum"] == ["guide", "news", "report", "poem"]
    assert (fields["series"], "$schema" in fields) == ({"type": "string"}, False)
    assert types["team"] == {
        "files": ["src/content/team/**"],
        "fields": {
            "title": {"type": "string", "required": True},
            "since": {"type": "integer", "required": True},
            "mail": {"type": "string"},
        },
    }
    assert flagged(capsys) == []
    write(site / "src/content/team/eve.md", "---\ntitle: All about Eve\nsince: soon\n---\n\nMore.\n")
    assert [path for path, _ in flagged(capsys)] == ["src/content/team/eve.md"]


def test_a_collection_outside_of_the_usual_folder(site: Path) -> None:
    build(PLATFORMS["astro"], site)
    (site / "src/content").rename(site / "src/data")
    write(
        site / "src/content.config.ts", "const blog = defineCollection({ loader: glob({ base: './src/data/blog' }) })"
    )
    write(site / ".astro/collections/blog.schema.json", BLOG)
    types = types_of(site)
    assert types["blog"]["files"] == ["src/data/blog/**"]
    assert types["blog"]["fields"]["series"] == {"type": "string"}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"properties": 3}',
        '{"required": 3, "properties": {"a": {"type": 3, "enum": 4}}}',
        '{"$ref": "#/definitions/x"}',
        "\xff",
    ],
)
def test_what_articles_do_not_obey_and_what_can_not_be_read_is_left_out(text: str, site: Path, capsys: Capture) -> None:
    build(PLATFORMS["astro"], site)
    write(site / ".astro/collections/team.schema.json", text)
    other = {"properties": {"tags": {"type": "string"}, "category": {"enum": ["x"]}, "more": {}}, "required": ["more"]}
    write(site / ".astro/collections/blog.schema.json", {"type": "object", **other})
    fields = types_of(site)["blog"]["fields"]
    assert fields["tags"]["type"] == "list"
    assert fields["category"]["enum"] == ["guide", "news", "report"]
    assert flagged(capsys) == []


CONTENT_TYPE = {
    "name": "post",
    "fields": [
        {"title": "About", "type": "heading", "name": "about"},
        {"name": "title", "type": "string", "required": True, "description": "Six words at most."},
        {"name": "date", "type": "datetime", "default": "{{now}}"},
        {"name": "description", "type": "string"},
        {"name": "tags", "type": "tags", "taxonomyLimit": 4},
        {
            "name": "category",
            "type": "choice",
            "choices": [{"id": "guide", "title": "G"}, "", "news", "report", "poem"],
        },
        {"name": "draft", "type": "draft"},
        {"name": "series", "type": "choice", "multiple": True, "choices": ["knots", "stars"]},
        {"name": "seo", "type": "fields", "fields": [{"name": "index", "type": "boolean"}]},
        {"name": "stars", "type": "number"},
    ],
}
FOLDERS = [{"title": "Posts", "path": "[[workspace]]/content/posts"}, {"path": "[[workspace]]/**/x"}, {"path": 3}]


@pytest.mark.parametrize("form", ["whole", "split", "other"])
def test_content_types_of_front_matter_cms(form: str, site: Path, capsys: Capture) -> None:
    platform = PLATFORMS["hugo"]
    build(platform, site)
    if form == "split":
        write(site / ".frontmatter/config/taxonomy/contentTypes/post.json", CONTENT_TYPE)
        write(
            site / ".frontmatter/config/content/pagefolders/posts.json",
            {"path": "[[workspace]]/content/posts", "contentTypes": ["post"]},
        )
    else:
        named = {"frontMatter.taxonomy.contentTypes": [CONTENT_TYPE], "frontMatter.content.pageFolders": FOLDERS}
        write(site / {"whole": "frontmatter.json", "other": ".frontmatter/config.json"}[form], named)
    fields = types_of(site)["posts"]["fields"]
    assert fields["title"]["description"] == "Six words at most."
    assert fields["date"] == {"type": "date", "required": True}
    assert fields["tags"]["count"] == "..4"
    assert fields["category"] == {"enum": ["guide", "news", "report", "poem"], "required": True}
    assert fields["series"] == {"type": "list", "items": {"enum": ["knots", "stars"]}}
    assert fields["seo"] == {"type": "object", "fields": {"index": {"type": "boolean"}}}
    assert fields["stars"] == {"type": "integer"}
    assert "about" not in fields
    assert flagged(capsys) == []
    write(site / path_of(platform, 3), article(platform, {**fields_of(platform, 3), "series": ["moons"]}))
    assert [path for path, _ in flagged(capsys)] == [path_of(platform, 3)]


def test_the_tags_of_front_matter_cms(site: Path) -> None:
    build(PLATFORMS["hugo"], site)
    tags = ["tides", "charts", "harbours", "flags", "ropes", "night", "moons"]
    write(site / ".frontmatter/database/taxonomyDb.json", {"taxonomy": {"tags": tags, "categories": ["x"]}})
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    rules = tomllib.loads((site / "lintarticle.toml").read_text("utf-8"))["rules"]
    assert rules["tags/vocabulary"] == {"file": ".frontmatter/database/taxonomyDb.json#taxonomy.tags"}
    assert main(["check", "--no-cache", "--jobs", "1", "--only", "tags/vocabulary", "--fail-on", "info"]) == 0


def test_lists_of_names_among_the_articles(site: Path) -> None:
    platform = PLATFORMS["docusaurus"]
    build(platform, site)
    (site / "blog").rename(site / "news")
    write(site / "docusaurus.config.js", "module.exports = { presets: [['classic', { blog: { path: 'news' } }]] };\n")
    write(site / "news/authors.yml", "".join(f"sailor {number}:\n  name: S\n" for number in range(5)))
    write(
        site / "news/tags.yml",
        "".join(f"{tag}:\n" for tag in ("tides", "charts", "harbours", "flags", "ropes", "night")),
    )
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    text = (site / "lintarticle.toml").read_text("utf-8")
    assert '"tags/vocabulary" = { file = "news/tags.yml" }' in text
    assert '{ type = "string", from = "news/authors.yml" }' in text or 'from = "news/authors.yml"' in text


def test_nothing_is_declared_without_such_files(tmp_path: Path) -> None:
    assert declared_in(tmp_path, (".",)) == {}
