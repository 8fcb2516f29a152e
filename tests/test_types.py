"""Types of articles: which one an article has, what follows from it, and configurations that extend others."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.cli.main import main
from lintarticle.config.configuration import Configuration, settings_of
from lintarticle.config.discovery import Configurations
from lintarticle.config.settings import Settings
from lintarticle.errors import ConfigError
from lintarticle.source import SourceText

NEWS = """
[types.news]
files = ["posts/news/**"]
drafts = "skip"

[types.guide]
files = ["posts/guides/**"]
where = { layout = ["guide", "how-to"] }

[types.pinned]
where = { "extra.pinned" = true }

[types.note]
"""


def load(folder: Path, text: str) -> Configuration:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "lintarticle.toml").write_text(text, "utf-8")
    return Configurations(folder).of(folder)


def settings_for(configuration: Configuration, path: str, text: str = "# Tides\n") -> Settings:
    settings = configuration.settings_for(path)
    return settings_of(ArticleReader(settings.reading).read(path, SourceText(text)), settings)


# --- the choice -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "front_matter", "expected"),
    [
        ("posts/news/a.md", "title: x", "news"),
        ("posts/news/2026/a.md", "layout: guide", "news"),
        ("posts/guides/a.md", "layout: guide", "guide"),
        ("posts/guides/a.md", "layout: How-To", "guide"),
        ("posts/guides/a.md", "layout: [wide, guide]", "guide"),
        ("posts/guides/a.md", "layout: page", ""),
        ("posts/guides/a.md", "title: x", ""),
        ("posts/a.md", "layout: guide", ""),
        ("posts/a.md", "extra: {pinned: true}", "pinned"),
        ("posts/a.md", "extra.pinned: true", "pinned"),
        ("posts/a.md", "extra: {pinned: false}", ""),
        ("posts/a.md", "extra: pinned", ""),
        ("posts/a.md", "type: note", "note"),
        ("posts/news/a.md", "type: note", "note"),
        ("posts/news/a.md", "type: post", "news"),
        ("posts/news/a.md", "type: [guide]", "guide"),
        ("posts/news/a.md", "type:", "news"),
    ],
)
def test_an_article_has_the_type_that_takes_it_in(tmp_path: Path, path: str, front_matter: str, expected: str) -> None:
    configuration = load(tmp_path, NEWS)
    assert settings_for(configuration, path, f"---\n{front_matter}\n---\n").type == expected


def test_conditions_hold_for_toml_json_and_metadata_blocks(tmp_path: Path) -> None:
    configuration = load(tmp_path, "[types.tides]\nwhere = { tags = 'Tides' }\n")
    block = "# Tides\n\nText.\n\n---\n\n**SEO Title:** Tides\n\n**SEO Excerpt:** About tides.\n\n**Tags:** sea, tides\n"
    for text in ('+++\ntags = ["tides"]\n+++\n', '{"tags": ["sea", "tides"]}\n', block):
        assert settings_for(configuration, "a.md", text).type == "tides", text


def test_another_key_may_name_the_type(tmp_path: Path) -> None:
    configuration = load(tmp_path, f'type-key = "extra.kind"\n{NEWS}')
    assert settings_for(configuration, "a.md", "---\nextra:\n  kind: note\n---\n").type == "note"
    assert settings_for(configuration, "a.md", "---\ntype: note\n---\n").type == ""


def test_two_types_that_take_in_one_file_are_a_mistake_that_names_both(tmp_path: Path) -> None:
    configuration = load(tmp_path, "[types.a]\nfiles = ['posts/**']\n\n[types.b]\nwhere = { layout = 'b' }\n")
    assert settings_for(configuration, "posts/x.md").type == "a"
    with pytest.raises(ConfigError) as error:
        settings_for(configuration, "posts/x.md", "---\nlayout: b\n---\n")
    (told,) = error.value.messages
    assert told == (
        "lintarticle.toml:4: The types “a” and “b” both match posts/x.md; change their files, "
        "or name one of them in the article with “type”."
    )
    assert settings_for(configuration, "posts/x.md", "---\nlayout: b\ntype: b\n---\n").type == "b"


def test_a_file_that_two_types_take_in_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, "[types.a]\nfiles = ['posts/**']\n[types.b]\nfiles = ['**/x.md']\n")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "x.md").write_text("# Tides\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--output-format", "concise"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("lintarticle: lintarticle.toml:3: The types “a” and “b” both match posts/x.md")


def test_settings_with_types_are_made_once_and_can_be_sent_elsewhere(tmp_path: Path) -> None:
    configuration = load(tmp_path, NEWS)
    settings = configuration.settings_for("posts/news/a.md")
    assert configuration.settings_for("posts/news/b.md") is settings
    assert pickle.loads(pickle.dumps(settings)).candidates[0].name == "news"  # noqa: S301 - our own bytes


# --- what follows ---------------------------------------------------------------------------------------------


def severity(settings: Settings, name: str) -> str:
    return next((active.severity.label for active in settings.rules if active.rule.name == name), "off")


def test_a_type_is_stronger_than_the_file_and_weaker_than_overrides(tmp_path: Path) -> None:
    text = """
drafts = "warn"
rules = { "tags/count" = "info", "tags/missing" = "info", "excerpt/missing" = "info" }

[types.news]
files = ["**"]
drafts = "skip"
ignore = ["title"]
rules = { "tags/missing" = "error", "excerpt/missing" = "error" }

[[overrides]]
files = ["archive/**"]
rules = { "excerpt/missing" = "off" }
"""
    configuration = load(tmp_path, text)
    for path, expected in (("a.md", "error"), ("archive/a.md", "off")):
        settings = settings_for(configuration, path)
        assert settings.drafts == "skip"
        assert severity(settings, "tags/count") == "info"
        assert severity(settings, "tags/missing") == "error"
        assert severity(settings, "excerpt/missing") == expected
        assert severity(settings, "title/missing") == "off"


def test_a_preset_of_a_type_is_weaker_than_the_type_and_stronger_than_the_file(tmp_path: Path) -> None:
    text = (
        'renders-title = false\nslugger = "github"\n[types.a]\nfiles = ["a/**"]\npreset = "hugo"\nslugger = "mkdocs"\n'
    )
    configuration = load(tmp_path, text)
    typed = settings_for(configuration, "a/x.md")
    assert (typed.site.renders_title, typed.site.slugger) == (True, "mkdocs")
    plain = settings_for(configuration, "b/x.md")
    assert (plain.site.renders_title, plain.site.slugger) == (False, "github")


def test_an_article_is_read_as_its_type_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, '[types.tide]\nlabels = { excerpt = ["Gezeiten"] }\n')
    block = "\n---\n\n**SEO Title:** Tides\n\n**Gezeiten:** How water moves.\n\n**Tags:** sea, tides\n"
    (tmp_path / "a.md").write_text(f"---\ntype: tide\ntitle: Tides\n---\n\nText.\n{block}", "utf-8")
    (tmp_path / "b.md").write_text(f"---\ntitle: Tides\n---\n\nText.\n{block}", "utf-8")
    monkeypatch.chdir(tmp_path)
    main(["check", "--output-format", "concise", "--only", "excerpt/missing"])
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == ["b.md"]


def test_fixes_are_those_of_the_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(
        tmp_path,
        "[types.news]\n[types.news.outline]\nsections = [ { heading = 'A' }, { heading = 'B' }, { heading = 'C' } ]\n",
    )
    article = tmp_path / "a.md"
    article.write_bytes(b"---\r\ntype: news\r\n---\r\n\r\n## C\r\n\r\nText.\r\n")
    monkeypatch.chdir(tmp_path)
    main(["check", "--fix", "--unsafe-fixes", "--only", "structure/missing-section", "--output-format", "concise"])
    expected = "---\ntype: news\n---\n\n## A\n\nTODO\n\n## B\n\nTODO\n\n## C\n\nText.\n"
    assert article.read_bytes() == expected.replace("\n", "\r\n").encode()
    assert capsys.readouterr().out == ""


def test_a_draft_that_its_type_skips_is_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, '[types.note]\ndrafts = "skip"\n')
    (tmp_path / "a.md").write_text("---\ntype: note\ndraft: true\n---\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--output-format", "concise"]) == 0
    assert capsys.readouterr().out == ""


# --- metadata -------------------------------------------------------------------------------------------------


def test_a_type_holds_metadata_to_its_fields(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = """
[definitions]
place = { type = "string", enum = ["harbour", "pier"] }

[types.news]
files = ["**"]

[types.news.fields]
title = { required = true }
where = { type = "place", required = true }
"""
    load(tmp_path, text)
    (tmp_path / "a.md").write_text("---\ntitle: Tides\nwhere: peir\n---\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--output-format", "concise", "--only", "schema"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("a.md:3:8: error schema/value ")


def test_a_schema_that_the_article_names_stands_in_for_that_of_its_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(
        tmp_path,
        "schemas-in-articles = true\n[types.a]\nfiles = ['**']\n[types.a.fields]\nplace = { required = true }\n",
    )
    (tmp_path / "tide.json").write_text('{"required": ["height"]}', "utf-8")
    (tmp_path / "a.md").write_text("---\n$schema: tide.json\ntitle: Tides\n---\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    main(["check", "--output-format", "concise", "--only", "schema"])
    (line,) = capsys.readouterr().out.splitlines()
    assert "schema/required" in line
    assert "“height”" in line


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[types.a]\nfiles = ['**']\n[types.a.fields]\ntitle = { requird = true }",
            "4: Unknown key “requird”. Did you mean “required”?",
        ),
        ("[definitions]\nplace = { type = 'strin' }", "2: "),
        ("[types.a]\nfiles = ['**']\njson-schema = 'missing.json'", "3: "),
        ("[types.a]\nfiles = ['**']\nmodel = 'no_such_module_here:News'", "3: "),
        ("[types.a]\nfiles = ['**']\nmodel = 'News'", "3: "),
    ],
    ids=["unknown attribute", "definition", "no file", "no module", "no class"],
)
def test_a_mistake_in_a_schema_has_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, text)
    (told,) = error.value.messages
    assert told.startswith(f"lintarticle.toml:{message}")


# --- configurations that extend others ------------------------------------------------------------------------


@pytest.fixture(name="write")
def _write(tmp_path: Path) -> Callable[[str, str], None]:
    def write(name: str, text: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return write


def test_what_extends_is_stronger_and_the_last_extended_wins(tmp_path: Path, write: Callable[[str, str], None]) -> None:
    write("base/one.toml", 'drafts = "skip"\nslugger = "hugo"\nstatic-dirs = ["one"]\nexclude = ["one.md"]\n')
    write("base/two.toml", 'slugger = "mkdocs"\nstatic-dirs = ["two"]\n')
    configuration = load(tmp_path, 'extends = ["base/one.toml", "base/two.toml"]\nstatic-dirs = ["own"]\n')
    settings = configuration.settings_for("a.md")
    assert (settings.drafts, settings.site.slugger, settings.site.static_dirs) == ("skip", "mkdocs", ("own",))
    assert configuration.exclude.match("one.md")


def test_an_extended_file_may_extend_another_relative_to_itself(
    tmp_path: Path, write: Callable[[str, str], None]
) -> None:
    write("shared/far/deep.toml", 'drafts = "skip"\n')
    write("shared/base.toml", 'extends = "far/deep.toml"\n')
    write("site/lintarticle.toml", 'extends = "../shared/base.toml"\n')
    (tmp_path / "site" / ".git").mkdir()
    assert Configurations(tmp_path).of(tmp_path / "site").settings_for("a.md").drafts == "skip"


def test_a_configuration_in_its_own_folder_names_files_from_the_root(
    tmp_path: Path, write: Callable[[str, str], None]
) -> None:
    write("base.toml", 'drafts = "skip"\n')
    write(".config/lintarticle.toml", 'extends = ["base.toml", "missing.toml"]\n')
    (tmp_path / ".git").mkdir()
    with pytest.raises(ConfigError) as error:
        Configurations(tmp_path).of(tmp_path)
    told = ".config/lintarticle.toml:1: “extends” names “missing.toml”, which does not exist (missing.toml)."
    assert error.value.messages == (told,)


def test_a_file_that_is_extended_twice_counts_once(tmp_path: Path, write: Callable[[str, str], None]) -> None:
    write("root.toml", "[[overrides]]\nfiles = ['a.md']\ndrafts = 'skip'\n")
    write("one.toml", 'extends = "root.toml"\n')
    write("two.toml", 'extends = "./root.toml"\n')
    configuration = load(tmp_path, 'extends = ["one.toml", "two.toml"]\n')
    assert len(configuration.overrides) == 1
    assert len(configuration.layers) == 4


def test_a_circle_is_told_with_its_way(tmp_path: Path, write: Callable[[str, str], None]) -> None:
    write("shared/base.toml", '\nextends = "../lintarticle.toml"\n')
    with pytest.raises(ConfigError) as error:
        load(tmp_path, 'extends = "shared/base.toml"\n')
    (told,) = error.value.messages
    assert told == (
        "shared/base.toml:2: The configurations extend each other in a circle: "
        "lintarticle.toml → shared/base.toml → lintarticle.toml."
    )


def test_a_mistake_in_an_extended_file_has_its_place_there(tmp_path: Path, write: Callable[[str, str], None]) -> None:
    write("shared/base.toml", "\ndraft = 'skip'\n")
    with pytest.raises(ConfigError) as error:
        load(tmp_path, 'extends = "shared/base.toml"\n')
    assert error.value.messages == ("shared/base.toml:2: Unknown key “draft”. Did you mean “drafts”?",)


def test_a_type_of_an_extended_file_can_be_refined(tmp_path: Path, write: Callable[[str, str], None]) -> None:
    base = """
[types.news]
files = ["news/**"]
rules = { "tags/count" = "info", "tags/missing" = "info" }
outline = { sections = [ { heading = "Summary" } ] }
"""
    write("base.toml", base)
    text = (
        'extends = "base.toml"\n[types.news]\nrules = { "tags/count" = "error" }\n[types.other]\nfiles = ["other/**"]\n'
    )
    configuration = load(tmp_path, text)
    settings = settings_for(configuration, "news/a.md")
    assert (severity(settings, "tags/count"), severity(settings, "tags/missing")) == ("error", "info")
    assert settings.outline is not None
    assert [kind.name for kind in configuration.types] == ["news", "other"]


def test_files_that_an_extended_file_names_are_beside_it(
    tmp_path: Path,
    write: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("shared/places.txt", "harbour\npier\n")
    write("shared/base.toml", "[types.a]\nfiles = ['**']\n[types.a.fields]\nplace = { from = 'places.txt' }\n")
    write("site/lintarticle.toml", 'extends = "../shared/base.toml"\nallow-outside = ["../shared"]\n')
    write("site/posts/a.md", "---\ntitle: Tides\nplace: peir\n---\n")
    write("site/posts/b.md", "---\ntitle: Tides\nplace: pier\n---\n")
    (tmp_path / "site" / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    assert main(["check", "--output-format", "concise", "--only", "schema"]) == 1
    told = capsys.readouterr()
    assert (told.err, [line.partition(":")[0] for line in told.out.splitlines()]) == ("", ["posts/a.md"])


def test_tables_of_files_are_not_for_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--config", "extends=base.toml"]) == 2
    expected = "--config extends=base.toml: “extends” can be set only in a configuration file."
    assert capsys.readouterr().err == f"lintarticle: {expected}\n"


# --- showing it -----------------------------------------------------------------------------------------------

SHOWN = """
extends = "base.toml"
preset = "hugo"

[types.news]
files = ["posts/**"]
rules = { "tags/count" = { max = 8 } }

[[overrides]]
files = ["posts/old/**"]
drafts = "error"
"""


def test_settings_are_shown_with_where_they_come_from(
    tmp_path: Path,
    write: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("base.toml", 'rules = { "excerpt/too-long" = "error" }\n')
    load(tmp_path, SHOWN)
    monkeypatch.chdir(tmp_path)
    arguments = ["check", "--show-settings", "posts/old/a.md", "--severity", "tags/missing=off"]
    assert main([*arguments, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert {key: document[key] for key in ("path", "configuration", "extends", "type", "type-place", "presets")} == {
        "path": "posts/old/a.md",
        "configuration": "lintarticle.toml",
        "extends": ["base.toml"],
        "type": "news",
        "type-place": "lintarticle.toml:5",
        "presets": ["hugo"],
    }
    values = {each["name"]: (each["value"], each["from"]) for each in document["settings"]}
    assert values["drafts"] == ("error", "override 1 in lintarticle.toml")
    assert values["slugger"] == ("hugo", "preset hugo")
    assert values["front-matter.headers"] == (False, "default")
    rules = {each["rule"]: each for each in document["rules"]}
    assert (rules["excerpt/too-long"]["severity"], rules["excerpt/too-long"]["from"]) == ("error", "base.toml")
    assert (rules["tags/missing"]["severity"], rules["tags/missing"]["from"]) == ("off", "command line")
    assert rules["tags/count"]["options"] == [{"name": "max", "value": 8, "from": "type news in lintarticle.toml"}]
    assert main(arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:5] == [
        "posts/old/a.md",
        "  configuration: lintarticle.toml",
        "  extends: base.toml",
        "  type: news (lintarticle.toml:5)",
        "  presets: hugo",
    ]
    assert any(line.split() == ["drafts", "error", "override", "1", "in", "lintarticle.toml"] for line in lines)


def test_the_article_is_asked_for_its_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, NEWS)
    (tmp_path / "a.md").write_text("---\ntype: note\n---\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--show-settings", "a.md"]) == 0
    assert "  type: note (lintarticle.toml:13)\n" in capsys.readouterr().out


def test_without_a_configuration_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--show-settings", "a.md"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == ["a.md", "  configuration: none", "  type: none", "  presets: none"]


def test_files_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    load(tmp_path, 'exclude = ["c.md"]\n')
    for name in ("b.md", "a.md", "c.md", "d.txt"):
        (tmp_path / name).write_text("# Tides\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--show-files"]) == 0
    assert capsys.readouterr().out == "a.md\nb.md\n"
    assert main(["check", "--show-files", "--output-format", "json", "a.md"]) == 0
    assert json.loads(capsys.readouterr().out) == {"version": 1, "files": ["a.md"]}


# --- the manual -----------------------------------------------------------------------------------------------

MANUAL = Path(__file__).parent.parent / "docs" / "types.md"


@pytest.mark.parametrize(
    "text", re.findall(r"^```toml\n(.*?)^```$", MANUAL.read_text("utf-8"), re.MULTILINE | re.DOTALL)
)
def test_the_configurations_of_the_manual_can_be_read(
    tmp_path: Path, write: Callable[[str, str], None], text: str
) -> None:
    write("shared/lintarticle.toml", "")
    write("site/lintarticle.toml", text)
    assert Configurations(tmp_path).of(tmp_path / "site").path
