"""What a run on a few articles leaves unread of the others: nothing that it would have reported."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from lintarticle.cli.main import main
from lintarticle.rules import ALL
from lintarticle.site.marks import TOLD_BY_MARKS
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import OF_WHOLE_RUNS

TITLES = ("Tides", "tides", "The moon over the bay", "the Moon over the bay", "Ebb", "How to read a tide table")
TAGS = ("sea", "Sea", "lighthouse", "lighthouses", "Light-House", "box", "boxes", "city", "cities", "e-mail")
FIELDS = (
    ("slug", ("x", "Y", "/a/z")),
    ("aliases", ("[/a/x]", "[y]", "[/b/Y/]")),
    ("excerpt", ("Water and sand.", "water, and sand", "Wind")),
    ("keyphrase", ("tide table", "Tide Table", "rope")),
    ("series", ("Before you sail", "before-you-sail")),
    ("part", ("1", "2", "4")),
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lintarticle.runner.FEWEST", 2)
    return tmp_path


def problems(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    capsys.readouterr()
    main(["check", *arguments, "--jobs", "1", "--output-format", "json"])
    return [each for each in json.loads(capsys.readouterr().out)["problems"] if each["rule"].startswith("site/")]


def made(site: Path, chance: random.Random) -> list[str]:
    """Write a small site, and return the paths of its articles."""
    paths = set()
    top = chance.choice(("", "content/"))
    (site / "hugo.toml").write_text("[permalinks]\na = '/:slug/'\nb = '/:title/'\n", "utf-8")
    for number in range(chance.randint(4, 20)):
        folder = top + chance.choice(("a", "b", "c/fr", "a/2.x"))
        path = f"{folder}/{chance.choice(('', '2024-01-02-'))}{chance.choice(('x', 'y', 'index', str(number)))}.md"
        tags = ", ".join(chance.sample(TAGS, chance.randint(0, 3)))
        fields = [f"title: {chance.choice(TITLES)}", f"tags: [{tags}]"]
        fields += [f"{name}: {chance.choice(values)}" for name, values in FIELDS if chance.random() < 0.2]
        (site / folder).mkdir(parents=True, exist_ok=True)
        (site / path).write_text("---\n" + "\n".join(fields) + "\n---\nText.\n", "utf-8")
        paths.add(path)
    return sorted(paths)


@pytest.fixture
def takes_all_sites_for_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintarticle.site_check.MOST_AT_ONCE", 0)
    monkeypatch.setattr("lintarticle.site.record._READ_AT_ONCE", 1)
    for module in ("compact_list", "site.record", "site_check"):
        monkeypatch.setattr(f"lintarticle.{module}.BLOCK", 3)


def translated(site: Path, chance: random.Random) -> list[str]:
    """Write some articles and most of their translations, and return their paths."""
    paths = []
    for name, language in product("abcdefg", ("", "fr/", "de/")):
        if chance.random() < (0.9 if not language else 0.7):
            path = f"docs/{language}{name}.md"
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            key = chance.choice(("", "", f"translationKey: {name}{name}\n", "lang: es\n"))
            (site / path).write_text(f"---\ntitle: {name} {language}\n{key}---\nText.\n", "utf-8")
            paths.append(path)
    return paths


@pytest.mark.parametrize("seed", range(12))
def test_a_few_translations_are_told_the_same_as_without_a_cache(
    site: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = translated(site, random.Random(seed))
    every = problems(capsys, ".")
    for path in paths:
        assert problems(capsys, path) == [each for each in every if each["path"] == path]


@pytest.mark.parametrize("seed", range(12))
def test_a_few_articles_are_told_the_same_as_without_a_cache(
    site: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(seed)
    paths = made(site, chance)
    problems(capsys, ".")
    for _ in range(3):
        some = chance.sample(paths, chance.choice((1, 1, 2)))
        assert problems(capsys, *some) == problems(capsys, *some, "--no-cache")


COMPARED = ("--select", "site/duplicate-cover,site/near-duplicate,site/repeated-paragraph")


@pytest.mark.parametrize("write", [made, translated])
@pytest.mark.parametrize("seed", range(12))
def test_a_large_site_is_told_the_same_as_a_small_one(
    site: Path, seed: int, write: Callable[[Path, random.Random], object], request: pytest.FixtureRequest
) -> None:
    write(site, random.Random(seed))
    (site / "data").mkdir()
    (site / "data/authors.yml").write_text("ann: {}\nbob: {}\n", "utf-8")
    for number in range(9):
        fields = (
            "authors: [ann]\nrelated: [no-such]" if number == 4 else f"authors: [bob]\nrelated: [n{(number + 1) % 9}]"
        )
        text = f"---\ntitle: Note {number}\n{fields}\ncover: {number % 4}.png\n---\nText.\n"
        (site / f"n{number}.md").write_text(text.replace("ann", "ana"), "utf-8")
    capsys = request.getfixturevalue("capsys")
    expected = [problems(capsys, ".", "--no-cache", *more) for more in ((), COMPARED)]
    request.getfixturevalue("takes_all_sites_for_large")
    assert [problems(capsys, ".", "--no-cache", *more) for more in ((), COMPARED)] == expected
    assert {"site/reference"} <= {each["rule"] for each in expected[0]}


def test_articles_that_have_nothing_in_common_with_one_stay_unread(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {
        "one.md": "title: One\ntags: [sea, Wind]",
        "two.md": "title: Two\ntags: [sea]",
        "three.md": "title: Three\ntags: [wind]",
        "four.md": "title: Four\ntags: [rope]",
    }
    for name, text in texts.items():
        (site / name).write_text(f"---\n{text}\n---\nText.\n", "utf-8")
    problems(capsys, ".")
    read: list[str] = []
    from_text = ArticleRecord.from_text

    def noted(path: str, text: str) -> ArticleRecord | None:
        read.append(path)
        return from_text(path, text)

    monkeypatch.setattr(ArticleRecord, "from_text", noted)
    assert len(problems(capsys, "one.md")) == 1
    assert read == ["one.md", "three.md"]
    read.clear()
    problems(capsys, "one.md", "--select", "site/tag-used-once")
    read.clear()  # that was new to the cache
    problems(capsys, "one.md", "--select", "site/tag-used-once")
    assert len(read) == len(texts)


def test_rules_that_run_by_themselves_are_told_by_marks() -> None:
    of_the_site = {rule.name for rule in ALL if rule.family == "site" and rule.severity is not None}
    reads_all = {"site/lost-address"}  # where an address may be lost, a run reads every record
    assert of_the_site - OF_WHOLE_RUNS - reads_all == TOLD_BY_MARKS
