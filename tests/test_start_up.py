"""What a run imports, and the configurations that it need not read again."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from lintarticle.cache.configurations import KeptConfigurations
from lintarticle.cache.folder import NAME, CacheFolder
from lintarticle.cli import explain
from lintarticle.cli.main import main
from lintarticle.config.configuration import Configuration, Reach
from lintarticle.config.discovery import Configurations
from lintarticle.config.preset import NAMES
from lintarticle.config.settings import ActiveRule
from lintarticle.manual import manual_page
from lintarticle.rules import ALL

ARTICLE = """\
---
title: How to read a tide table
excerpt: A tide table gives two high waters and two low waters a day, and here is how to read one.
tags: [tides, sailing, navigation]
date: 2026-01-15
illustrations:
  - type: hero
    placement: top
    description: A harbor wall at low water, with the marks of the last high water on it.
    alt: A harbor wall at low water
---

A tide table is a promise about water. It says when the sea will be highest and lowest.

## Find the port

Each port has its own page.
"""

CONFIGURATION = """\
preset = ["publish"]
extends = "base.toml"
exclude = ["drafts/"]
[rules]
"excerpt/too-long" = { severity = "info", max = 120 }
[types.post]
files = ["posts/**/*.md"]
[types.post.fields]
title = { type = "string", required = true, length = "5..70" }
date = { type = "date", required = true }
kind = { enum = ["a", 1, true, 2026-01-31] }
[[types.post.outline.sections]]
heading = "Find the port"
words = "2.."
[[overrides]]
files = ["old/*"]
ignore = ["tags"]
"""

PROGRAM = """\
import sys
before = set(sys.modules)
from lintarticle.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print("\\n".join(set(sys.modules) - before), file=sys.stderr)
"""

HEAVY = {"yaml", "markdown_it", "pydantic", "rich", "pathspec", "regex", "logging", "importlib.metadata", "rapidfuzz"}

TINY = {
    "lintarticle",
    "lintarticle.__main__",
    "lintarticle.cli",
    "lintarticle.cli.errors",
    "lintarticle.cli.main",
    "lintarticle.cli.streams",
    "lintarticle.errors",
    "lintarticle.version",
}
"""All of lintarticle that every command imports, and that the version and the help need."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        ".git/HEAD": "",
        "lintarticle.toml": CONFIGURATION,
        "base.toml": 'ignore = ["images"]\n',
        "posts/tides.md": ARTICLE,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(*arguments: str, text: str = "") -> set[str]:
    """Return the modules that a command line imports."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.split())


def ours(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "lintarticle"}


# --- what a run imports ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_the_version_and_the_help_import_next_to_nothing(argument: str) -> None:
    modules = imported(argument)
    assert ours(modules) == TINY
    assert not modules & (HEAVY | {"argparse", "pathlib", "typing", "json", "contextlib"})


@pytest.mark.parametrize("name", ["excerpt/too-long", "links/anchor-missing", "schema"])
def test_a_built_in_rule_is_explained_without_being_imported(name: str) -> None:
    modules = imported("explain", name)
    assert ours(modules) == TINY | {"lintarticle.cli.arguments", "lintarticle.cli.explain", "lintarticle.rule_index"}
    assert not modules & (HEAVY | {"pathlib", "json", "inspect"})


def test_a_page_that_was_not_written_is_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(explain, "PAGES", ())
    assert main(["explain", "excerpt/too-long"]) == 0
    assert capsys.readouterr().out == manual_page(next(rule for rule in ALL if rule.name == "excerpt/too-long"))


def test_a_check_of_one_article_imports_only_rules_for_what_is_in_it(site: Path) -> None:
    (site / "lintarticle.toml").unlink()
    modules = imported("check", "--no-cache", "-", text=ARTICLE)
    assert not modules & (HEAVY - {"yaml", "markdown_it", "logging"})  # those that read it, and what they import
    assert not modules & {
        "markdown_it.main",
        "markdown_it.renderer",
        "markdown_it.parser_core",
        "mdurl",
        "markdown_it.rules_inline",
    }
    rules = {name.removeprefix("lintarticle.rules.") for name in modules if name.count(".") == 3 and ".rules." in name}
    assert {"excerpt.too_long", "tags.count", "illustrations.field_missing"} <= rules
    assert not {name for name in rules if name.startswith(("keyphrase.in_title", "images.alt", "text.", "links.file"))}
    assert not {
        "lintarticle.article.editing",
        "lintarticle.article.metadata_block.proofs",
        "lintarticle.article.text.language",
        "lintarticle.article.views.anchors",
        "lintarticle.suppressions.apply",
    }.intersection(modules)
    languages = {name for name in modules if name.startswith("lintarticle.languages.")}
    assert languages <= {"lintarticle.languages.en"}  # the tables of all are in one module
    assert not rules & {"debris.todo", "debris.lorem_ipsum", "dates.format", "metadata.slug_format", "links.empty"}


@pytest.mark.parametrize(
    "use",
    ["from markdown_it import MarkdownIt", "import markdown_it; markdown_it.MarkdownIt", "from markdown_it import *"],
)
@pytest.mark.parametrize(
    "first", ["lintarticle.article.markdown", "lintarticle.article.markdown.parser", "markdown_it"]
)
def test_all_of_markdown_it_is_there_for_who_asks(first: str, use: str) -> None:
    program = f"""
import {first}, lintarticle.article.markdown.parser
{use}
import markdown_it
from markdown_it import __version__, renderer
assert markdown_it.main.MarkdownIt is markdown_it.MarkdownIt
print(markdown_it.MarkdownIt().render("*a*"), hasattr(markdown_it, "missing"))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "<p><em>a</em></p>\n False\n"


def test_the_only_article_of_a_site_is_compared_with_nothing(site: Path) -> None:
    (site / "lintarticle.toml").unlink()
    (site / "base.toml").unlink()
    modules = imported("check", "--no-cache", "posts/tides.md")
    assert not {name for name in modules if name.startswith(("lintarticle.site", "lintarticle.cache.store", "sqlite3"))}
    assert "lintarticle.site_check" not in imported("check", "--no-cache", ".")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("posts/tides.png", ""),
        ("mkdocs.yml", "nav: ["),
        (".vitepress/config.ts", ""),
        (".hidden/toc.yml", ""),
        ("posts/README.md", ""),
        ("posts/tides.md", ARTICLE.replace("sailing", "tide")),
        ("posts/tides.md", ARTICLE.replace("---\ntitle", "---\nseries: Water\npart: 2\ntitle")),
        ("posts/tides.md", ARTICLE.replace("---\ntitle", "---\nrelated: [ebb]\ntitle")),
    ],
)
def test_the_only_article_is_compared_with_other_files_and_with_itself(site: Path, name: str, text: str) -> None:
    (site / "lintarticle.toml").unlink()
    (site / "base.toml").unlink()
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(text, "utf-8")
    assert "lintarticle.site_check" in imported("check", "--no-cache", ".")


def test_a_configuration_that_is_known_needs_neither_pydantic_nor_pathspec(site: Path) -> None:
    arguments = ("check", "--stdin-filename", "posts/tides.md", "-")
    assert {"pydantic", "pathspec"} <= imported(*arguments, text=ARTICLE)
    assert not {"pydantic", "pathspec", "regex", "tomllib"} & imported(*arguments, text=ARTICLE)
    assert "pydantic" in imported(*arguments, text=ARTICLE.replace("date: 2026-01-15\n", ""))  # says what is wrong
    (site / "base.toml").write_text('ignore = ["links"]\n', "utf-8")
    assert "pydantic" in imported(*arguments, text=ARTICLE)


# --- configurations that are kept -----------------------------------------------------------------------------


def load(site: Path, *, keep: bool = True) -> tuple[Configuration, bool]:
    """Return the configuration of a site, and whether it was kept."""
    store = _Counted(CacheFolder(str(site)))
    configuration = Configurations(site, kept=store if keep else None).of(site / "posts")
    return configuration, not store.was_read


class _Counted(KeptConfigurations):
    was_read = False

    def keep(self, configuration: Configuration, reach: Reach, identity: Iterable[str]) -> None:
        self.was_read = True
        super().keep(configuration, reach, identity)


def _rule_words(active: ActiveRule) -> tuple[object, ...]:
    return active.rule.name, active.severity, sorted(vars(active.options).items()), active.fix


def looks(configuration: Configuration) -> str:
    """Return all that a configuration says, as text."""
    settings = [configuration.settings_for(path) for path in ("posts/tides.md", "old/a.md", "a.md", "drafts/a.md")]
    said = [
        repr((list(map(_rule_words, each.rules)), each.site, each.reading, each.type, each.contract, each.outline))
        for each in settings
    ]
    matched = [configuration.exclude.match(path) for path in ("drafts/a.md", "a.md")]
    everything = "\n".join([*said, repr(matched), repr(configuration.layers_for("old/a.md", "post"))])
    return re.sub(r"mappingproxy\((\{.*?\})\)", r"\1", everything)  # as good as a dict


def test_what_is_kept_is_what_is_read(site: Path) -> None:
    first, was_kept = load(site)
    assert not was_kept
    second, was_kept = load(site)
    assert was_kept
    assert looks(second) == looks(first) == looks(load(site, keep=False)[0])


@pytest.mark.parametrize("preset", NAMES)
def test_every_preset_is_kept(site: Path, preset: str) -> None:
    (site / "lintarticle.toml").write_text(f'preset = ["{preset}"]\n', "utf-8")
    first, _ = load(site)
    second, was_kept = load(site)
    assert was_kept
    assert looks(second) == looks(first)


@pytest.mark.parametrize("name", ["lintarticle.toml", "base.toml"])
def test_a_file_that_changed_is_read_again(site: Path, name: str) -> None:
    load(site)
    (site / name).write_text('select = ["title"]\n', "utf-8")
    changed, was_kept = load(site)
    assert not was_kept
    assert looks(changed) == looks(load(site, keep=False)[0])


def test_a_link_that_leads_elsewhere_now_is_followed(site: Path) -> None:
    (site / "base.toml").rename(site / "one.toml")
    (site / "two.toml").write_text('ignore = ["links"]\n', "utf-8")
    (site / "base.toml").symlink_to("one.toml")
    load(site)
    (site / "base.toml").unlink()
    (site / "base.toml").symlink_to("two.toml")
    assert not load(site)[1]


@pytest.mark.parametrize(
    "line",
    ['plugins = ["site_rules"]', 'allow-outside = [".."]', 'baseline = "known.json"', "[types.a]\nmodel = 'm:M'"],
)
def test_what_names_code_or_other_files_is_not_kept(site: Path, line: str) -> None:
    (site / "lintarticle.toml").write_text(line + "\n", "utf-8")
    (site / "m.py").write_text("import pydantic\nclass M(pydantic.BaseModel):\n    a: int = 0\n", "utf-8")
    (site / "site_rules.py").write_text(
        '"""A rule."""\nfrom lintarticle.rule import Severity, rule\n\n\ndef check(article):\n    """Nothing."""\n'
        "    return iter(())\n\n\nRULE = rule(check, Severity.ERROR)\n",
        "utf-8",
    )
    load(site)
    assert not load(site)[1]


def kept_file(site: Path) -> Path:
    (file,) = (site / NAME).glob("*.json")
    return file


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _: "",
        lambda _: "[]",
        lambda _: "null",
        lambda _: '{"files": []}',
        lambda _: '{"files": [["lintarticle.toml"]]}',
        lambda text: text.replace('"Layer"', '"os.system"'),
        lambda text: text.replace('"Layer"', '"__class__"'),
        lambda text: text.replace('"dict"', '"tuple"'),
        lambda _: "[" * 100_000,
        lambda _: "\0\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_a_kept_file_that_is_damaged_counts_as_missing(site: Path, damage: Callable[[str], str]) -> None:
    whole, _ = load(site)
    file = kept_file(site)
    file.write_text(damage(file.read_text("utf-8")), "utf-8")
    again, was_kept = load(site)
    assert not was_kept
    assert looks(again) == looks(whole)


def test_any_byte_may_be_wrong(site: Path) -> None:
    load(site)
    file, chance = kept_file(site), random.Random(11)
    whole = file.read_bytes()
    for _ in range(60):
        place = chance.randrange(len(whole))
        file.write_bytes(whole[:place] + bytes([chance.randrange(256)]) + whole[place + 1 :])
        load(site)  # whatever comes of it, no error does


def test_a_kept_file_from_elsewhere_is_not_used(site: Path) -> None:
    """A stranger's change brings along a cache in which no rule is on."""
    load(site)
    text = json.loads(kept_file(site).read_text("utf-8"))
    text["layers"], text["types"] = ["tuple", []], ["tuple", []]
    kept_file(site).write_text(json.dumps(text), "utf-8")
    assert load(site)[1], "our own file is trusted"
    shutil.copytree(site / NAME, site / "brought")
    shutil.rmtree(site / NAME)
    (site / "brought").rename(site / NAME)
    configuration, was_kept = load(site)
    assert not was_kept
    assert configuration.types


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions don't bind this user")
def test_a_folder_that_can_not_be_written_changes_nothing(site: Path) -> None:
    site.chmod(0o555)
    try:
        assert looks(load(site)[0]) == looks(load(site)[0])
    finally:
        site.chmod(0o755)


def test_a_file_in_the_place_of_the_cache_changes_nothing(site: Path) -> None:
    (site / NAME).write_text("", "utf-8")
    assert looks(load(site)[0]) == looks(load(site, keep=False)[0])


def test_old_files_make_room(site: Path) -> None:
    for number in range(50):
        (site / "lintarticle.toml").write_text(CONFIGURATION, "utf-8")
        (site / f"sub{number}").mkdir()
        (site / f"sub{number}" / "lintarticle.toml").write_text('ignore = ["links"]\n', "utf-8")
        Configurations(site, kept=KeptConfigurations(CacheFolder(str(site)))).of(site / f"sub{number}")
    assert len(list((site / NAME).glob("*.json"))) == 40


def test_no_cache_keeps_nothing(site: Path) -> None:
    main(["check", "--no-cache", "posts"])
    assert not (site / NAME).exists()
    main(["check", "posts"])
    assert kept_file(site).exists()
