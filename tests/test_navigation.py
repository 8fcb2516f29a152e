"""Navigation files that nobody should have: they are read within bounds, or said to be unreadable."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lintarticle.site.navigation import navigations
from lintarticle.site.repository_files import NoRepository


class OneFile(NoRepository):
    """A repository of one file."""

    def __init__(self, path: str, text: str) -> None:
        self.paths: Sequence[str] = (path,)
        self._text = text

    def text(self, path: str) -> str:
        return self._text if path == self.paths[0] else ""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mkdocs.yml", "nav: " + "[" * 50_000),
        ("docs.json", '{"navigation": ' + "[" * 200_000),
        ("_toc.yml", "root: [\n"),
        ("book.toml", "[book\n"),
        ("_data/navigation.yml", "- url: *nobody\n"),
        ("mkdocs.yml", "\0"),
    ],
)
def test_a_file_that_can_not_be_read_is_said_to_be_so(path: str, text: str) -> None:
    (found,) = navigations(OneFile(path, text))
    assert found.fault
    assert "\n" not in found.fault
    assert not found.names


def test_a_part_that_is_repeated_without_end_is_read_once() -> None:
    lines = ["a0: &a0 [tides.md]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))]
    (found,) = navigations(OneFile("mkdocs.yml", "\n".join([*lines, "nav: *a39"])))
    assert found.names == {"tides"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mkdocs.yml", "site_name: Tides"),
        ("mkdocs.yml", "- nav"),
        ("book.toml", "[book]"),
        ("_quarto.yml", "website: {navbar: {left: [a.qmd]}}"),
        ("astro.config.mjs", "export default {}"),
        ("docs/.vitepress/config.ts", "sidebar: generateSidebar()"),
        ("sidebars.js", "module.exports = require('./made');"),
        ("docs.json", "[]"),
        ("toc.md", "[a](a.md)"),
    ],
)
def test_a_file_without_a_navigation_of_its_own_is_none(path: str, text: str) -> None:
    assert list(navigations(OneFile(path, text))) == []
