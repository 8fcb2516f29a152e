"""Which files a run looks at, and which configuration holds for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from lintarticle.config.discovery import Configurations
from lintarticle.discovery import Finder
from lintarticle.files import DiskFiles
from lintarticle.patterns import gitignore_patterns


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make an empty repository."""
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    return folder


def write(folder: Path, files: Mapping[str, str] | list[str]) -> None:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name] if isinstance(files, Mapping) else "text\n", "utf-8")


def found(folder: Path, *names: str, force_exclude: bool = False) -> list[str]:
    finder = Finder(folder, Configurations(folder).of, force_exclude=force_exclude)
    return [target.shown for target in finder.find(names or ["."])[0]]


# --- folders --------------------------------------------------------------------------------------------------


def test_a_walk_takes_articles_in_the_order_of_their_paths(site: Path) -> None:
    write(site, ["b.md", "a.markdown", "posts/c.mdx", "posts/d.qmd", "posts/B.MD", "posts/e.txt", "posts/f.md.bak"])
    assert found(site) == ["a.markdown", "b.md", "posts/B.MD", "posts/c.mdx", "posts/d.qmd"]


def test_a_walk_skips_dot_folders_and_other_peoples_files(site: Path) -> None:
    write(site, ["a.md", ".github/b.md", "node_modules/x/c.md", "sub/vendor/d.md", ".e.md", "sub/vendor.md"])
    assert found(site) == ["a.md", "sub/vendor.md"]


def test_a_walk_leaves_out_files_about_the_repository(site: Path) -> None:
    write(site, ["README.md", "docs/CONTRIBUTING.md", "posts/readme-first.md"])
    assert found(site) == ["posts/readme-first.md"]
    assert found(site, "README.md") == ["README.md"]
    write(site, {"lintarticle.toml": "include = ['**/*.md']"})
    assert found(site) == ["README.md", "docs/CONTRIBUTING.md", "posts/readme-first.md"]


def test_gitignore_files_hold_at_every_depth(site: Path) -> None:
    write(site, ["a.md", "b.md", "out/c.md", "posts/d.md", "posts/deep/e.md", "posts/keep.md", "posts/draft-f.md"])
    write(site, {".gitignore": "/out/\nb.md\nkeep.md\n", "posts/.gitignore": "!keep.md\ndraft-*\n/deep\n"})
    assert found(site) == ["a.md", "posts/d.md", "posts/keep.md"]


def test_gitignore_files_above_the_walked_folder_hold_too(site: Path) -> None:
    write(site, {"posts/a.md": "x", "posts/b.md": "x", ".gitignore": "posts/b.md\n"})
    assert found(site, "posts") == ["posts/a.md"]
    assert found(site / "posts") == ["a.md"]


def test_the_gitignore_of_another_repository_does_not_reach_in(site: Path, tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*.md\n"})
    write(site, ["a.md"])
    assert found(site) == ["a.md"]


STARS = ["*a" * 40 + "*b", "**/a/" * 200 + "b", "a**" * 40 + "b", "*[ab]" * 40 + "c", "?*" * 40 + "b", "*a" * 100_000]


@pytest.mark.parametrize("pattern", STARS)
def test_many_stars_are_matched_without_trying_every_way(site: Path, pattern: str) -> None:
    name = f"{'a' * 200}.md"
    write(site, {name: "x", "a/" * 100 + "b.md": "x", ".gitignore": pattern + "\n"})
    assert name in found(site)


_LINE = st.lists(st.sampled_from(("a", "b", "*", "**", "/", "?", "[ab]", "/**/", "\\*", ".md")), min_size=1, max_size=9)


@example([("", ["*", "/", "*"], "")], [".", "*/"])
@given(
    st.lists(st.tuples(st.sampled_from(("", "!")), _LINE, st.sampled_from(("", "/"))), min_size=1, max_size=4),
    st.lists(st.text("abc*/.md", min_size=1), min_size=1, max_size=5),
)
def test_patterns_match_as_pathspec_has_it(parts: list[tuple[str, list[str], str]], names: list[str]) -> None:
    path = "/".join(names)
    lines = [f"{mark}{''.join(line)}{end}" for mark, line, end in parts]
    try:
        expected = GitIgnoreSpec.from_lines(lines).check_file(path).include
    except ValueError:
        return
    assume("//" not in path and not path.startswith("/"))
    assert gitignore_patterns(lines).verdict(path.removeprefix("./")) == expected  # pathspec itself takes that off


def test_no_class_of_a_pattern_matches_a_slash() -> None:
    assert not gitignore_patterns(["a[!b]c"]).verdict("a/c")


def test_a_named_file_is_taken_even_when_git_ignores_it(site: Path) -> None:
    write(site, {"a.md": "x", ".gitignore": "a.md\n"})
    assert found(site, "a.md") == ["a.md"]


def test_a_file_is_taken_once(site: Path) -> None:
    write(site, ["a.md", "b.md"])
    assert found(site, "b.md", ".", "./b.md", str(site / "a.md")) == ["b.md", "a.md"]


def test_paths_outside_of_the_working_folder_are_shown_relative_to_it(site: Path) -> None:
    write(site, ["posts/a.md", "sub/x.txt"])
    assert found(site / "sub", "../posts") == ["../posts/a.md"]


def test_a_folder_without_articles_is_named(site: Path) -> None:
    write(site, ["posts/a.txt", "b.md"])
    assert Finder(site, Configurations(site).of).find(["posts", "b.md"])[1] == ["posts"]


def test_links_to_folders_are_not_followed_so_a_circle_is_harmless(site: Path) -> None:
    write(site, ["posts/a.md"])
    try:
        (site / "posts" / "again").symlink_to(site, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets only administrators make symbolic links")
    assert found(site) == ["posts/a.md"]


# --- include and exclude --------------------------------------------------------------------------------------


def test_include_and_exclude_are_relative_to_the_configuration(site: Path) -> None:
    write(site, ["content/a.md", "content/_index.md", "notes/b.md", "content/c.txt"])
    write(site, {"lintarticle.toml": "include = ['content/**/*.md', 'content/*.txt']\nexclude = ['_index.md']\n"})
    assert found(site) == ["content/a.md", "content/c.txt"]
    assert found(site / "content") == ["a.md", "c.txt"]


def test_a_named_file_is_always_taken_unless_exclusion_is_forced(site: Path) -> None:
    write(site, ["content/a.md", "archive/b.md", "notes/c.md"])
    write(site, {"lintarticle.toml": "include = ['content/', 'archive/']\nexclude = ['archive']\n"})
    named = ("content/a.md", "archive/b.md", "notes/c.md")
    assert found(site, *named) == list(named)
    assert found(site, *named, force_exclude=True) == ["content/a.md"]


def test_forced_exclusion_without_configuration_leaves_out_what_a_walk_would(site: Path) -> None:
    assert found(site, "a.md", "README.md", "b.txt", force_exclude=True) == ["a.md"]


# --- which configuration --------------------------------------------------------------------------------------

NAMES = ("lintarticle.toml", ".lintarticle.toml", ".config/lintarticle.toml")


@pytest.mark.parametrize("name", NAMES)
def test_the_nearest_configuration_upward_holds(site: Path, name: str) -> None:
    write(site, {name: "drafts = 'skip'", "posts/deep/a.md": "x", "news/lintarticle.toml": "drafts = 'error'"})
    configurations = Configurations(site)
    assert configurations.of(site / "posts" / "deep").path == site / name
    assert configurations.of(site / "posts" / "deep").root == site
    assert configurations.of(site / "posts").settings_for("posts/a.md").drafts == "skip"
    assert configurations.of(site / "news").settings_for("a.md").drafts == "error"


def test_pyproject_counts_where_it_has_our_table(site: Path) -> None:
    write(site, {"pyproject.toml": "[project]\nname = 'x'\n\n[tool.lintarticle]\ndrafts = 'skip'\n"})
    write(site, {"sub/pyproject.toml": "[project]\nname = 'y'\n"})
    assert Configurations(site).of(site / "sub").settings_for("a.md").drafts == "skip"


def test_the_search_ends_at_the_root_of_the_repository(site: Path, tmp_path: Path) -> None:
    write(tmp_path, {"lintarticle.toml": "drafts = 'skip'"})
    write(site, ["posts/a.md"])
    configuration = Configurations(site).of(site / "posts")
    assert (configuration.path, configuration.root) == (None, site)


def test_two_configurations_in_one_folder_are_a_warning(site: Path) -> None:
    write(site, {"lintarticle.toml": "drafts = 'skip'", ".config/lintarticle.toml": "drafts = 'error'"})
    configurations = Configurations(site)
    assert configurations.of(site).path == site / "lintarticle.toml"
    assert configurations.warnings == [
        f"lintarticle.toml and .config/lintarticle.toml are both configurations of {site}; the first one is used."
    ]


# --- files around an article ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("img/a b.png", True),
        ("img/a%20b.png", True),
        ("./img/a%20b.png?v=2#top", True),
        ("../posts/tides.md", True),
        ("img", True),
        ("/photo.png", True),
        ("/posts/tides.md", True),
        ("/logo.svg", True),
        ("100%.png", True),
        ("img/A b.png", False),
        ("photo.png", False),
        ("/img/photo.png", False),
        ("img/\0.png", False),
        ("x" * 5000, False),
    ],
)
def test_targets_are_looked_for_as_a_site_would(site: Path, target: str, there: bool) -> None:
    write(site, ["posts/img/a b.png", "posts/tides.md", "static/photo.png", "site/public/logo.svg", "posts/100%.png"])
    article = "site/posts/x.md" if "logo" in target else "posts/x.md"
    files = DiskFiles(site, site, ("static", "public"))
    assert files.exists(article, target) is there
    assert (files.read(article, target, 1) is not None) is (there and target != "img")


def test_letter_case_counts_on_systems_that_do_not_care(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, ["posts/Img/a.png"])
    files = DiskFiles(site, site)
    monkeypatch.setattr(files, "_case_blind", True)
    monkeypatch.setattr(Path, "exists", lambda self: True)
    assert files.exists("posts/x.md", "Img/a.png")
    assert not files.exists("posts/x.md", "img/a.png")
    assert not files.exists("posts/x.md", "Img/A.png")
