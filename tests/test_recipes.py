"""The recipes: each can be read, and finds on the real site of its kind, where that is at hand, what its page says."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from real_data import CORPORA

from lintarticle.cli.main import main
from lintarticle.config.configuration import CommandLine
from lintarticle.config.reading import read_configuration

RECIPES = Path(__file__).parent.parent / "docs" / "recipes"

NAMES = sorted(path.stem for path in RECIPES.glob("*.toml"))


RULES = (
    "schema",
    "structure/missing-section",
    "structure/unexpected-section",
    "structure/section-order",
    "structure/section-content",
)
"""The rules that speak of types."""

FOUND: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "database-post-drafts": (
        "peterwhyte-lgtm__dba-scripts",
        (
            "blog/backup-coverage/index.md:14:19: warning schema/value",
            "blog/blocking-sessions/index.md:16:19: warning schema/value",
            "blog/health-check-workflow/index.md:13:19: warning schema/value",
            "blog/wait-statistics/index.md:13:19: warning schema/value",
        ),
    ),
    "docusaurus-blog": ("electron__website", ()),
    "starlight-docs": ("withastro__starlight", ()),
    "translated-guides": (
        "github__opensource.guide",
        ("_articles/sa/starting-a-project.md:7:8: error schema/reference",),
    ),
    "zola-blog": (
        "rust-lang__blog.rust-lang.org",
        (
            "content/Rust-1.0@1.md:35:5: warning structure/missing-section",
            "content/Rust-1.52.1.md:34:3: warning structure/missing-section",
            "content/inside-rust/announcing-the-rust-style-team.md:9:12: error schema/value",
            "content/rustfmt-supports-let-else-statements.md:9:12: error schema/value",
        ),
    ),
}
"""Recipe → the real site it is held against, and all that it finds there, each looked at and true."""


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_can_be_read(name: str, tmp_path: Path) -> None:
    configuration = read_configuration(RECIPES / f"{name}.toml", tmp_path, f"{name}.toml", CommandLine())
    assert configuration.types
    assert all(kind.contract for kind in configuration.types)


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_has_its_page_and_is_listed(name: str) -> None:
    assert f"({name}.toml)" in (RECIPES / f"{name}.md").read_text("utf-8")
    assert f"({name}.md)" in (RECIPES / "README.md").read_text("utf-8")


def test_every_recipe_is_held_against_a_site() -> None:
    assert sorted(FOUND) == NAMES


@pytest.mark.corpora
@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_finds_what_is_true(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site, expected = FOUND[name]
    if not (CORPORA / site).is_dir():
        pytest.skip(f"no real articles at {CORPORA / site}")
    shutil.copytree(CORPORA / site, tmp_path, dirs_exist_ok=True)
    (tmp_path / ".git").mkdir()
    shutil.copyfile(RECIPES / f"{name}.toml", tmp_path / "lintarticle.toml")
    monkeypatch.chdir(tmp_path)
    code = main(["check", "--output-format", "concise", "--quiet", "--only", ",".join(RULES)])
    lines = capsys.readouterr().out.splitlines()
    assert tuple(" ".join(line.split()[:3]) for line in lines) == expected
    assert code == int(any(" error " in line for line in lines))
