"""`site/lost-address` and `site/lastmod-unchanged` in repositories: what git says of a change reaches the rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from repositories import Repository

from lintarticle.changes.repository import Repository as Tree
from lintarticle.changes.since import Since
from lintarticle.cli.main import main
from lintarticle.cli.site_scope import SiteScope
from lintarticle.config.discovery import Configurations
from lintarticle.runner import Runner, today_here

pytestmark = pytest.mark.usefixtures("_isolated_git")

Lines = Callable[..., list[str]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository.new(tmp_path / "site")
    made.write("lintarticle.toml", 'select = ["site/lost-address", "site/lastmod-unchanged"]\n')
    made.write("hugo.toml", 'baseURL = "https://example.org/"\n')
    for name in ("ebb", "flood", "slack", "two words über"):
        made.article(f"content/posts/{name}.md", name, f"All about {name}. " * 20)
    made.write("content/posts/draft.md", "---\ntitle: D\ndraft: true\n---\nNot yet.\n")
    later = (today_here() + timedelta(days=3)).isoformat()
    made.write("content/posts/later.md", f"---\ntitle: L\ndate: {later}\n---\nNot yet.\n")
    made.commit()
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Lines:
    def run(*arguments: str, command: str = "check") -> list[str]:
        main([command, "--output-format", "concise", "--no-cache", *arguments])
        captured = capsys.readouterr()
        assert "defect" not in captured.err, captured.err
        return [line for line in captured.out.splitlines() if "site/" in line]

    return run


def lost(place: str, address: str, whose: str) -> str:
    return f"{place}: warning site/lost-address “{address}”, {whose}, leads nowhere now; add it to `aliases`."


def test_renamed_and_removed(site: Repository, lines: Lines) -> None:
    site.git("mv", "content/posts/ebb.md", "content/guides.md")
    site.git("mv", "content/posts/two words über.md", "content/posts/three.md")
    site.git("rm", "--quiet", "content/posts/flood.md", "content/posts/draft.md", "content/posts/later.md")
    gone = "“/posts/flood” led to this article, which is gone; redirect it to another page."
    expected = [
        lost("content/guides.md:5:1", "/posts/ebb", "the address of “content/posts/ebb.md”"),
        f"content/posts/flood.md:1:1: warning site/lost-address {gone}",
        lost("content/posts/three.md:5:1", "/posts/two-words-über", "the address of “content/posts/two words über.md”"),
    ]
    assert sorted(lines("--since", "HEAD")) == expected
    assert sorted(lines("--since", "HEAD", "--changed-lines")) == expected
    assert sorted(lines("--since", "HEAD", command="site")) == expected
    site.commit()
    assert sorted(lines("--since", "HEAD~1")) == expected
    assert lines("--since", "HEAD") == []
    assert lines(".") == []


def test_nothing_but_a_removal(site: Repository, lines: Lines) -> None:
    (site.folder / "content/posts/ebb.md").unlink()
    assert len(lines("--since", "HEAD")) == 1
    assert lines("--since", "HEAD", "content/posts/flood.md") == []


def test_the_fix_keeps_the_address(site: Repository, lines: Lines) -> None:
    site.git("mv", "content/posts/ebb.md", "content/guides.md")
    before = (site.folder / "content/guides.md").read_text()
    assert lines("--since", "HEAD", "--fix", "--unsafe-fixes") == []
    after = (site.folder / "content/guides.md").read_text()
    assert after == before.replace("walking]\n", "walking]\naliases: [/posts/ebb/]\n")
    assert lines("--since", "HEAD") == []


def test_another_slug(site: Repository, lines: Lines) -> None:
    path = site.folder / "content/posts/ebb.md"
    path.write_text(path.read_text().replace("title: ebb", "title: ebb\nslug: low"))
    assert lines("--since", "HEAD") == [lost("content/posts/ebb.md:3:7", "/posts/ebb", "its old address")]


def test_two_articles_change_names(site: Repository, lines: Lines) -> None:
    one, other = (site.folder / f"content/posts/{name}.md" for name in ("ebb", "flood"))
    texts = one.read_text(), other.read_text()
    one.write_text(texts[1])
    other.write_text(texts[0])
    assert [line for line in lines("--since", "HEAD") if "lost-address" in line] == []


def test_a_suppression_counts(site: Repository, lines: Lines) -> None:
    site.git("mv", "content/posts/ebb.md", "content/guides.md")
    path = site.folder / "content/guides.md"
    path.write_text(path.read_text() + "\n<!-- lintarticle-disable-file site/lost-address: nobody read it -->\n")
    assert lines("--since", "HEAD") == []


def test_a_date_of_change(site: Repository, lines: Lines) -> None:
    for name, day in (("old", "2024-01-02"), ("new", today_here().isoformat())):
        site.write(f"content/{name}.md", f"---\ntitle: {name}\nlastmod: {day}\n---\nAll about {name}.\n")
    site.commit()
    for name in ("old", "new"):
        path = site.folder / f"content/{name}.md"
        path.write_text(path.read_text() + "And more.\n")
    said = "The text changed, but its modification date is still 2024-01-02; update it."
    assert lines("--since", "HEAD") == [f"content/old.md:3:10: warning site/lastmod-unchanged {said}"]


def test_the_rest_of_the_site_is_read_only_where_an_address_may_be_lost(
    site: Repository, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[SiteScope] = []

    def asked(scope: SiteScope) -> bool:
        made.append(scope)
        return False

    monkeypatch.setattr(SiteScope, "is_to_be_checked", asked)
    assert lines("--since", "HEAD") == []
    assert not made
    path = site.folder / "content/posts/ebb.md"
    path.write_text(path.read_text() + "And more.\n")
    loaded = Configurations(site.folder)
    former = Since(Runner(loaded), loaded, "HEAD", ["."]).former()
    assert [(each.former.now, each.former.has_new_text, each.former.may_have_moved) for each in former] == [
        ("content/posts/ebb.md", True, False)
    ]
    path.write_text(path.read_text().replace("title: ebb", "title: low tide"))
    assert Since(Runner(loaded), loaded, "HEAD", ["."]).former()[0].former.may_have_moved


def test_many_files_are_read_at_once(site: Repository) -> None:
    tree = Tree(site.folder.resolve())
    names = ("content/posts/two words über.md", "gone.md", "hugo.toml", "content")
    found = tree.contents("HEAD", (tree.top / name for name in names))
    assert {path.name: data for path, data in found.items()} == {
        path.name: path.read_bytes() for path in (tree.top / names[0], tree.top / names[2])
    }
