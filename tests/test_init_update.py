"""`lintarticle init --update`: what has drifted, and configurations in which only what is asked for changes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from sites import PLATFORMS, article, build, fields_of, path_of

from lintarticle.cli.main import main

Capture = pytest.CaptureFixture[str]

HUGO = PLATFORMS["hugo"]


@pytest.fixture
def site(site: Path) -> Path:
    build(HUGO, site, 40)
    return site


def update(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["init", "--jobs", "1", *arguments])
    return code, *capsys.readouterr()


def names(out: str) -> list[str]:
    """Return the keys that are said to have drifted."""
    return [line.strip() for line in out.splitlines() if line.startswith("  ") and not line.startswith("   ")]


def rewrite(site: Path, numbers: range, **new: object) -> None:
    """Write some articles again with other fields; None leaves one out."""
    for number in numbers:
        own = {**fields_of(HUGO, number), **new}
        text = article(HUGO, {key: value for key, value in own.items() if value is not None})
        (site / path_of(HUGO, number)).write_text(text, "utf-8")


@pytest.mark.parametrize("name", PLATFORMS)
def test_nothing_has_drifted_right_after_init(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    build(PLATFORMS[name], tmp_path)
    assert update(capsys, "--yes")[0] == 0
    code, out, _ = update(capsys, "--update")
    assert (code, names(out)) == (0, [])
    assert "nothing has drifted" in out


def test_all_that_drifts_is_shown_with_figures_and_taken_over(site: Path, capsys: Capture) -> None:
    update(capsys, "--yes")
    text = (site / "lintarticle.toml").read_text("utf-8")
    (site / "lintarticle.toml").write_text(text.replace("\n[rules]", "\n# ours\n[rules]"), "utf-8")
    long = "What tide tables say on a day that is far longer than all the days before it were, and longer still"
    for number in range(40):
        new = {"series": "winter", "category": "interview" if number < 3 else "news", "title": f"{long} {number}"}
        rewrite(site, range(number, number + 1), **new, description=None if number < 9 else "All of it on one page.")
    rewrite(site, range(30, 33), series="winter", tags=["fog", "tides"], title=long)
    for number in range(12):
        path = site / "content/notes" / f"note-{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'---\ntitle: "Note {number} of the harbour"\nmood: calm\n---\n\nShort.\n', "utf-8")
    code, out, _ = update(capsys, "--update")
    assert code == 1
    for name, said in {
        "types.posts.fields.series": "new: in 38 of 38 articles",
        "types.posts.fields.description.required": "required, but 9 of",
        "types.posts.fields.title.length": "would fit",
        "types.posts.fields.category.enum": "new: interview (3)",
        "rules.tags/vocabulary": "new: fog (3)",
    }.items():
        assert name in names(out), out
        assert said in out.partition(f"  {name}\n")[2].splitlines()[0], out
    before = (site / "lintarticle.toml").read_bytes()

    code, out, _ = update(capsys, "--apply", "types.posts.fields.category.enum", "--dry-run")
    assert code == 0
    assert "+category = " in out
    assert (site / "lintarticle.toml").read_bytes() == before

    keys = [f"--apply={name}" for name in names(update(capsys, "--update")[1])]
    code, out, err = update(capsys, *keys)
    assert code == 0, err
    assert "fog\n" in (site / "tags.txt").read_text("utf-8")
    assert "# ours\n[rules]" in (site / "lintarticle.toml").read_text("utf-8")
    code, out, _ = update(capsys, "--update")
    assert (code, names(out)) == (0, [])


MINE = """\
# Our site. Please ask before you change this.
preset = "hugo"   # we moved in 2019

[rules]
"tags/missing" = "off"      # by decision
'title/too-long' = {max = 999}

[types.post] # all of them
files = [
    "content/posts/**",  # no notes
    "!**/_index.*",
]

[types.post.fields]
title = {required = true}   # say what it is about
category = {enum = [
    "guide",  # how to
    "news",
], description = "what it is"}  # choose one
description.required = true
description.length = "10..20" # short
"""


def test_a_configuration_by_hand_keeps_every_other_byte(site: Path, capsys: Capture) -> None:
    config = site / "lintarticle.toml"
    config.write_text(MINE, "utf-8")
    code, out, _ = update(capsys, "--update")
    assert code == 1
    assert {"types.post.fields.category.enum", "types.post.fields.description.length"} < set(names(out))
    assert "rules.tags/missing" not in names(out), "what is off by hand stays off"
    assert config.read_text("utf-8") == MINE
    code, _, err = update(capsys, "--apply", "types.post.fields.category.enum")
    assert code == 0, err
    after = config.read_text("utf-8")
    assert after.replace('    "report",\n', "") == MINE
    assert update(capsys, "--apply", "types.post.fields.description.length")[0] == 0
    after = config.read_text("utf-8")
    length = tomllib.loads(after)["types"]["post"]["fields"]["description"]["length"]
    assert after.replace(f'"{length}"', '"10..20"').replace('    "report",\n', "") == MINE
    for name in names(update(capsys, "--update")[1]):
        assert update(capsys, "--apply", name)[0] == 0
    assert update(capsys, "--update")[0] == 0
    left = config.read_text("utf-8")
    for comment in [line.rpartition("#")[2] for line in MINE.splitlines() if "#" in line]:
        assert f"#{comment}\n" in left, left


PYPROJECT = """\
[project]
name = "x"  # y

[tool.lintarticle.types.post]
files = ["content/posts/**"]
[tool.lintarticle.types.post.fields.title]
required = true # z

[tool.other]
a = 1
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lintarticle.toml", MINE.replace("\n", "\r\n")),
        ("lintarticle.toml", "\ufeff" + MINE),
        (".config/lintarticle.toml", MINE),
        ("pyproject.toml", PYPROJECT),
    ],
)
def test_every_kind_of_file(name: str, text: str, site: Path, capsys: Capture) -> None:
    config = site / name
    config.parent.mkdir(exist_ok=True)
    config.write_bytes(text.encode())
    assert update(capsys, "--apply", "types.post.fields.date")[0] == 0
    after = config.read_bytes().decode()
    added = [line for line in after.splitlines(keepends=True) if line not in text.splitlines(keepends=True)]
    assert [line.strip() for line in added if line.strip()][-1:] == ['date = {type = "date", required = true}']
    assert all(line in after.splitlines(keepends=True) for line in text.splitlines(keepends=True))
    assert ("\r\n" in text) == (after.count("\r\n") == after.count("\n"))
    assert "types.post.fields.date" not in names(update(capsys, "--update")[1])


def test_rules_that_nearly_all_articles_break_and_those_that_they_no_longer_break(site: Path, capsys: Capture) -> None:
    for number in range(40):
        rewrite(site, range(number, number + 1), tags=None)
    update(capsys, "--yes")
    text = (site / "lintarticle.toml").read_text("utf-8")
    assert '"tags/missing" = "off"  # ' in text
    rewrite(site, range(30))
    code, out, _ = update(capsys, "--update")
    assert code == 1
    assert "rules.tags/missing" in names(out)
    assert update(capsys, "--apply", "rules.tags/missing")[0] == 0
    assert "tags/missing" not in tomllib.loads((site / "lintarticle.toml").read_text("utf-8")).get("rules", {})
    assert "rules.tags/missing" not in names(update(capsys, "--update")[1])
    rewrite(site, range(40), tags=None)
    assert update(capsys, "--apply", "rules.tags/missing")[0] == 0
    assert (site / "lintarticle.toml").read_text("utf-8").count('"tags/missing" = "off"  # ') == 1


def test_new_folders_are_new_types_and_patterns(site: Path, capsys: Capture) -> None:
    config = site / "lintarticle.toml"
    update(capsys, "--yes")
    config.write_text(config.read_text("utf-8").replace('"content/**/*.md"', '"posts/**/*.md", "!README.md"'), "utf-8")
    (site / "posts").mkdir()
    (site / "posts/a.md").write_text(article(HUGO, fields_of(HUGO, 0)), "utf-8")
    code, out, _ = update(capsys, "--update")
    assert (code, "include" in names(out)) == (1, True)
    assert update(capsys, "--apply", "include")[0] == 0
    assert 'include = ["posts/**/*.md", "content/**/*.md", "!README.md"]' in config.read_text("utf-8")


def test_a_configuration_with_mistakes_is_told_and_left_alone(site: Path, capsys: Capture) -> None:
    (site / "lintarticle.toml").write_text('# mine\npresets = "hugo"\n', "utf-8")
    for arguments in (("--update",), ("--apply", "rules")):
        code, _, err = update(capsys, *arguments)
        assert code == 2
        assert "lintarticle.toml:2: Unknown key “presets”." in err
    assert (site / "lintarticle.toml").read_text("utf-8") == '# mine\npresets = "hugo"\n'


def test_what_has_not_drifted_is_not_changed(site: Path, capsys: Capture) -> None:
    code, _, err = update(capsys, "--update")
    assert (code, "No configuration" in err) == (2, True)
    update(capsys, "--yes")
    before = (site / "lintarticle.toml").read_bytes()
    code, _, err = update(capsys, "--apply", "types.posts.fields.title")
    assert (code, "Nothing has drifted in “types.posts.fields.title”." in err) == (2, True)
    assert (site / "lintarticle.toml").read_bytes() == before


def test_a_file_that_can_not_be_saved_is_named(site: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "lintarticle.toml").write_text(MINE, "utf-8")
    monkeypatch.setattr("lintarticle.boundary.Folder.is_writable", lambda *_: False)
    code, _, err = update(capsys, "--apply", "types.post.fields.date")
    assert (code, "The changes to lintarticle.toml were not saved: the file is read-only." in err) == (2, True)


# --- sections ------------------------------------------------------------------------------------------------

BODY = "\nAll of it was tried.\n\n## What you need\n\nA pencil.\n\n## How it works\n\nSlowly, day by day.\n"


def rewrite_body(site: Path, numbers: range, body: str) -> None:
    for number in numbers:
        (site / path_of(HUGO, number)).write_text(article(HUGO, fields_of(HUGO, number), body), "utf-8")


def outline_of(site: Path) -> object:
    return tomllib.loads((site / "lintarticle.toml").read_text("utf-8"))["types"]["posts"]["outline"]


NEED: dict[str, object] = {"heading": "What you need"}
WORKS: dict[str, object] = {"heading": "How it works"}
MAY: dict[str, object] = {"optional": True}


@pytest.mark.parametrize(
    "case",
    [
        (
            BODY.replace("## What you need\n\nA pencil.\n\n", ""), 12, "sections.1.optional",
            "“What you need” is required, but 13 of 38 articles have no such section",
            {"sections": [NEED | MAY, WORKS]},
        ),
        (
            BODY.replace("How it works", "How it worked"), 12, "sections.2.heading",
            "“How it works”, but 13 of 38 articles have “How it worked”",
            {"sections": [NEED, {"heading": ["How it works", "How it worked"]}]},
        ),
        (
            "\nText.\n\n## How it works\n\nSlowly.\n\n## What you need\n\nA pencil.\n", 12, "ordered",
            "in another order in 13 of 38 articles",
            {"sections": [NEED, WORKS], "ordered": False},
        ),
        (
            BODY.replace("## How", "## Costs\n\nNone.\n\n## How") + "\n## Who helped\n\nAnn.\n", 38, "sections",
            "new: “Costs” in 36 of 38, “Who helped” in 36 of 38",
            {"sections": [NEED, {"heading": "Costs"} | MAY, WORKS, {"heading": "Who helped"} | MAY]},
        ),
    ],
)  # fmt: skip
def test_sections_that_have_changed(case: tuple[str, int, str, str, object], site: Path, capsys: Capture) -> None:
    body, count, name, said, outline = case
    update(capsys, "--yes")
    config = site / "lintarticle.toml"
    config.write_text(config.read_text("utf-8").replace('"What you need" },', '"What you need" }, # ours'), "utf-8")
    rewrite_body(site, range(1, count), body)
    if count < 30:
        rewrite_body(site, range(30, 32), body)
    rewrite(site, range(19, 20), draft=True)
    code, out, _ = update(capsys, "--update")
    assert (code, names(out)) == (1, [f"types.posts.outline.{name}"]), out
    assert said in out
    assert update(capsys, "--apply", "types.posts.outline")[0] == 0
    assert outline_of(site) == outline
    assert "# ours\n" in config.read_text("utf-8")
    assert update(capsys, "--update")[0] == 0, config.read_text("utf-8")


def test_no_others_where_many_have_others(site: Path, capsys: Capture) -> None:
    update(capsys, "--yes")
    config = site / "lintarticle.toml"
    config.write_text(config.read_text("utf-8").replace(".outline]\n", ".outline]\nadditional = false\n"), "utf-8")
    rewrite_body(site, range(12), BODY + "\n## Costs\n\nNone.\n")
    assert names(update(capsys, "--update")[1]) == ["types.posts.outline.additional"]
    assert update(capsys, "--apply", "types.posts.outline.additional")[0] == 0
    assert outline_of(site) == {"additional": True, "sections": [NEED, WORKS]}


def test_sections_that_all_articles_have_by_now_and_sections_in_tables(site: Path, capsys: Capture) -> None:
    config = site / "lintarticle.toml"
    config.write_text(MINE, "utf-8")
    assert "types.post.outline" in names(update(capsys, "--update")[1])
    assert update(capsys, "--apply", "types.post.outline")[0] == 0
    made = tomllib.loads(config.read_text("utf-8"))["types"]["post"]
    assert made["outline"] == {"sections": [NEED, WORKS]}
    tables = '[[types.post.outline.sections]] # one\nheading = "What you need" # a\nmin = 1\n'
    config.write_text(f"{MINE}\n{tables}", "utf-8")
    rewrite_body(site, range(9), BODY.replace("## What you need\n\nA pencil.\n\n", ""))
    outdated = [name for name in names(update(capsys, "--update")[1]) if "outline" in name]
    assert outdated == ["types.post.outline.sections.1.min", "types.post.outline.sections"]
    code, _, err = update(capsys, "--apply", "types.post.outline")
    assert code == 0, err
    after = config.read_text("utf-8")
    made = tomllib.loads(after)["types"]["post"]
    assert made["outline"]["sections"] == [{**NEED, "min": 0}, WORKS]
    assert "sections]] # one\n" in after
    assert 'heading = "What you need" # a\n' in after


# --- optional fields, changes that would be mistakes ---------------------------------------------------------


def test_an_optional_field_that_all_articles_have_by_now(site: Path, capsys: Capture) -> None:
    rewrite(site, range(20), description=None)
    update(capsys, "--yes")
    config = site / "lintarticle.toml"
    assert re.search(r"(?m)^description = .*\}  # in \d+ of 38$", config.read_text("utf-8"))
    rewrite(site, range(20))
    rewrite(site, range(19, 20), draft=True)
    code, out, _ = update(capsys, "--update")
    assert (code, names(out)) == (1, ["types.posts.fields.description.required"]), out
    assert "optional, but all 38 articles have it" in out
    assert update(capsys, "--apply", "types")[0] == 0
    assert re.search(r"(?m)^description = .*required = true.*\}  # in 38 of 38$", config.read_text("utf-8"))
    config.write_text(MINE.replace("category = {", 'date = "date"\ncategory = {'), "utf-8")
    assert update(capsys, "--apply", "types.post.fields.date")[0] == 0
    date = tomllib.loads(config.read_text("utf-8"))["types"]["post"]["fields"]["date"]
    assert date == {"type": "date", "required": True}


def test_a_change_that_would_be_a_mistake_is_refused(
    site: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = site / "lintarticle.toml"
    config.write_text(MINE, "utf-8")
    monkeypatch.setattr("lintarticle.cli.init_update.taken_over", lambda *_: MINE + 'date = {type = "dated"}\n')
    code, out, err = update(capsys, "--apply", "types.post.fields.date")
    assert (code, out) == (2, "")
    assert (
        "With this change, the configuration would have mistakes. Nothing was changed.\nlintarticle: lintarticle.toml:"
        in err
    )
    assert config.read_text("utf-8") == MINE
