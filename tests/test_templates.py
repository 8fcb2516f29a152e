"""Files that new articles are made from are told from articles, and nothing is said of them."""

from __future__ import annotations

import pytest

from lintarticle.article.article import is_template

REAL = "title: Tides\ndate: 2024-05-01\n"


@pytest.mark.parametrize(
    "path",
    [
        "_template/index.md",
        "blog/_template/index.md",
        "content/_templates/post.md",
        "archetypes/default.md",
        "themes/tide/archetypes/post.md",
        "Scaffolds/post.md",
    ],
)
def test_a_folder_of_templates(path: str) -> None:
    assert is_template(path, REAL)


@pytest.mark.parametrize(
    "path",
    [
        "archetypes.md",
        "content/archetypes/the-hero.md",
        "source/_posts/scaffolds/roof.md",
        "templates/choosing-one.md",
        "content/posts/template.md",
    ],
)
def test_no_folder_of_templates(path: str) -> None:
    assert not is_template(path, REAL)


@pytest.mark.parametrize(
    "front_matter",
    [
        'title: {{ replace .Name "-" " " | title }}\n',
        'layout: post\ntitle: "{{title}}"\n',
        "date = '{{ .Date }}'\n",
        '{\n  "title": "{{ title }}",\n  "draft": true\n}\n',
        "slug: <% tp.file.title %>\n",
        "Date: {{ date }}  \n",
    ],
)
def test_placeholders_for_values(front_matter: str) -> None:
    assert is_template("posts/new.md", front_matter)


@pytest.mark.parametrize(
    "front_matter",
    [
        "title: What {{ x }} means in Jinja\n",
        'title: "{{ }} and friends"\n',
        "title: Tides\nauthor: {{ author }}\n",
        'title: Tides\neleventyComputed:\n    title: "{{ name }}"\n',
        'title: Tides\npermalink: "/{{ page.fileSlug }}/"\n',
        "title: '<% and %>, explained'\n",
        "",
    ],
)
def test_articles_that_mention_placeholders(front_matter: str) -> None:
    assert not is_template("posts/tides.md", front_matter)


def test_a_long_line_costs_no_more_than_its_length() -> None:
    assert not is_template("a.md", "title: " + "{{ " * 200_000 + "x")
