"""`lintarticle init`: what it finds out of sites of many platforms, what it writes, and what it leaves alone."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from sites import PLATFORMS, article, build, faults, fields_of, path_of

from lintarticle.cli.main import main
from lintarticle.site.platform_files import at, uncommented
from lintarticle.survey.gate import Origin, hook_added, hook_from
from lintarticle.survey.site_files import settings_in, strings_at

Capture = pytest.CaptureFixture[str]


def check(capsys: Capture, *arguments: str) -> dict[str, list[str]]:
    """Return the rules of the problems of each article."""
    capsys.readouterr()
    main(["check", "--no-cache", "--jobs", "1", "--output-format", "json", *arguments])
    found: dict[str, list[str]] = {}
    for problem in json.loads(capsys.readouterr().out)["problems"]:
        found.setdefault(problem["path"], []).append(f"{problem['rule']}: {problem['message']}")
    return found


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


CONTRACT = ("schema/", "structure/missing-section", "structure/section-order", "tags/vocabulary")


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_site_is_found_out_and_its_faults_are_found(name: str, site: Path, capsys: Capture) -> None:
    platform = PLATFORMS[name]
    build(platform, site)
    before = snapshot(site)
    assert main(["init", "--yes", "--jobs", "1"]) == 0
    written = snapshot(site)
    assert {key: written[key] for key in before} == before, "articles stay as they are"
    text = written["lintarticle.toml"].decode()
    assert f'preset = "{platform.preset or name}"' in text
    if platform.folder != ".":
        assert f'include = ["{platform.folder}/**/*.' in text
    clean = check(capsys)
    assert not [path for path, found in clean.items() if any(each.startswith(CONTRACT) for each in found)]

    assert main(["init", "--yes"]) == 0
    assert snapshot(site) == written, "a second run changes nothing"

    planted = dict(enumerate(faults(platform)))
    for number, (_, faulty) in planted.items():
        (site / path_of(platform, number)).write_text(faulty, "utf-8")
    after = check(capsys)
    missed = [
        label for number, (label, _) in planted.items()
        if set(after.get(path_of(platform, number), ())) <= set(clean.get(path_of(platform, number), ()))
    ]  # fmt: skip
    assert len(missed) <= 1, (missed, text)


# --- what it says and leaves alone ------------------------------------------------------------------------------


def init(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["init", "--jobs", "1", *arguments])
    return code, *capsys.readouterr()


def test_a_dry_run_prints_all_and_writes_nothing(site: Path, capsys: Capture) -> None:
    build(PLATFORMS["hugo"], site)
    before = snapshot(site)
    code, out, _ = init(capsys, "--dry-run")
    assert code == 0
    assert snapshot(site) == before
    assert "Hugo (hugo.toml): 31 articles in content/." in out
    assert "\n--- lintarticle.toml\n" in out
    assert 'title = { type = "string", required = true' in out
    assert "--- tags.txt: 6 tags" in out


def test_where_nobody_can_be_asked_nothing_is_written(site: Path, capsys: Capture) -> None:
    build(PLATFORMS["hugo"], site)
    before = snapshot(site)
    code, _, err = init(capsys)
    assert (code, "--yes" in err, snapshot(site)) == (2, True, before)


def test_the_rest_becomes_a_baseline_and_the_gate_is_green(site: Path, capsys: Capture) -> None:
    platform = PLATFORMS["hugo"]
    build(platform, site)
    for number in range(3):
        own = {**fields_of(platform, number), "url": "/one-for-all/"}
        text = article(platform, own) + "\n[here](missing.md)\n\nTODO: more\n"
        (site / path_of(platform, number)).write_text(text, "utf-8")
    assert main(["check", "--no-cache", "--preset", "hugo", "--only", "site"]) == 1, "addresses are there twice"
    code, out, _ = init(capsys, "--yes", "--baseline")
    assert code == 0
    assert "  site/duplicate-address" in out
    assert main(["check", "--no-cache", "--fail-on", "info"]) == 0
    assert "problems left out" in capsys.readouterr().err


def test_images_that_nothing_names_are_counted_and_set_aside(site: Path, capsys: Capture) -> None:
    platform = PLATFORMS["hugo"]
    build(platform, site)
    body = "\n![A chart of the harbour with notes](/img/used.png)\n"
    (site / path_of(platform, 0)).write_text(article(platform, fields_of(platform, 0)) + body, "utf-8")
    for name in ("used.png", "left.png"):
        (site / "static/img").mkdir(parents=True, exist_ok=True)
        (site / "static/img" / name).write_bytes(b"x")
    unused = main(["check", "--no-cache", "--preset", "hugo", "--only", "site/unused-image", "--fail-on", "info"])
    code, out, _ = init(capsys, "--yes", "--baseline")
    assert (code, unused, "1  site/unused-image" in out) == (0, 1, True)
    assert main(["check", "--no-cache", "--fail-on", "info"]) == 0


def test_exceptions_are_named_and_counted(site: Path, capsys: Capture) -> None:
    platform = PLATFORMS["hugo"]
    build(platform, site, 120)
    own = {key: value for key, value in fields_of(platform, 7).items() if key != "category"}
    (site / path_of(platform, 7)).write_text(article(platform, own), "utf-8")
    code, out, _ = init(capsys, "--yes")
    assert code == 0
    assert f"1 article does not follow the pattern of the others: {path_of(platform, 7)}." in out
    assert f"# 1 of 114 has none: {path_of(platform, 7)}\n" in (site / "lintarticle.toml").read_text("utf-8")


def test_tags_of_drafts_and_of_labels_in_the_text_are_in_the_list_as_well(site: Path, capsys: Capture) -> None:
    platform = PLATFORMS["hugo"]
    build(platform, site)
    for number, tag in enumerate(("winches", "moorings", "lamps")):
        draft = {**fields_of(platform, number), "draft": True, "tags": [tag, f"{tag} "]}
        (site / path_of(platform, number)).write_text(article(platform, draft), "utf-8")
    labelled = "# Buoys\n\nAll of them.\n\n---\n\n**Tags:** buoys, tides\n**Excerpt:** All of them.\n"
    (site / "content/posts/labels.md").write_text(labelled, "utf-8")
    assert init(capsys, "--yes")[0] == 0
    tags = (site / "tags.txt").read_text("utf-8").splitlines()
    assert {"winches", "moorings", "lamps", "buoys"} <= set(tags)
    assert "tags/vocabulary" not in str(check(capsys))


def test_labels_in_the_text_can_still_be_moved_to_the_front_matter(site: Path, capsys: Capture) -> None:
    for number in range(12):
        (site / f"tides-{number}.md").write_text(
            f"# How to read tide table {number}\n\nThe sea comes and goes twice a day, and a table says when.\n\n"
            f"## The moon\n\nIt pulls the water.\n\n---\n\n"
            f"**SEO Excerpt:** Why the sea comes and goes, in {number} short sentences that anyone can follow.\n\n"
            "**SEO Tags:** tides, moon\n\n**Suggested Illustrations:**\n\n"
            '1. **Hero Image** (Top of post): A boat at low water. Prompt: "A boat"\n'
            '2. **Photo** (After "The moon" section): The moon above the water. Prompt: "A moon"\n\n'
            "**Target Audience:** Sailors\n",
            "utf-8",
        )
    assert main(["init", "--yes"]) == 0
    config = (site / "lintarticle.toml").read_text("utf-8")
    assert "illustrations = { required = true }\n" in config
    (site / "lintarticle.toml").write_text(re.sub("(?m)^.metadata/block-in-body.*$", "", config), "utf-8")
    capsys.readouterr()
    main(["check", "--fix", "--unsafe-fixes"])
    assert "left out" not in capsys.readouterr().err
    assert (site / "tides-0.md").read_text("utf-8").startswith("---\ntitle: ")


@pytest.mark.parametrize(("name", "text", "is_fine"), [("hugo", "news", True), ("jekyll", "news, at sea", True),
                                                       ("jekyll", "news", False)])  # fmt: skip
def test_text_where_a_platform_wants_a_list_is_fine_if_nearly_all_articles_have_it(
    name: str, text: str, is_fine: bool, site: Path, capsys: Capture
) -> None:
    platform = PLATFORMS[name]
    build(platform, site)
    for number in range(30):
        own = {**fields_of(platform, number), "categories": text}
        (site / path_of(platform, number)).write_text(article(platform, own), "utf-8")
    code, out, _ = init(capsys, "--yes")
    line = '"schema/type" = { reader = "any" }  # “categories” is text in 29 of 29 articles\n'
    if name == "jekyll":
        line = line.replace("29 of 29", "30 of 30")
    assert (code, line in (site / "lintarticle.toml").read_text("utf-8")) == (0, is_fine)
    assert "schema/type" not in out
    assert "schema/type" not in str(check(capsys))


def test_folders_around_files_of_another_kind_keep_their_type(site: Path, capsys: Capture) -> None:
    (site / "_config.yml").write_text("collections: [docs]\n", "utf-8")
    folders = [f"_docs/{name}" for name in ("anchors", "buoys", "charts", "docks", "flags", "knots", "lamps", "masts")]
    for folder in (*folders, "_posts"):
        for number in range(12 if folder in ("_docs/anchors", "_posts") else 3):
            path = site / folder / f"2024-01-{number + 10}-{number}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            more = "author: Ann\n" if folder == "_posts" else ""
            path.write_text(f"---\ntitle: What {folder} hold {number}\n{more}---\n\nMore.\n", "utf-8")
    for name in ("contributing", "history"):
        (site / f"_docs/{name}.md").write_text(f"{name} of all this.\n", "utf-8")
    code, out, _ = init(capsys, "--yes")
    text = (site / "lintarticle.toml").read_text("utf-8")
    assert (code, out.splitlines()[0]) == (0, "Jekyll (_config.yml): 47 articles in _docs/, _posts/.")
    types = tomllib.loads(text)["types"]
    assert types["docs"]["files"] == [f"{folder}/**" for folder in folders], text
    assert main(["init", "--update", "--jobs", "1"]) == 0
    assert "nothing has drifted in 47 articles" in capsys.readouterr().out


def test_what_one_kind_of_articles_lacks_is_turned_off_for_that_kind(site: Path, capsys: Capture) -> None:
    build(PLATFORMS["hugo"], site, 40)
    for number in range(12):
        path = site / f"content/notes/note-{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'---\ntitle: "Note {number} of the harbour"\nmood: calm\n---\n\nShort.\n', "utf-8")
    _, out, _ = init(capsys, "--yes")
    text = (site / "lintarticle.toml").read_text("utf-8")
    excerpts = '"excerpt/missing" = "off"  # 12 of 12 articles have no excerpt'
    tags = '"tags/missing" = "off"  # 12 of 12 articles have no tags'
    assert f"[types.notes.rules]\n{excerpts}\n{tags}\n\n[types.notes.fields]" in text
    missing = [name for name, found in check(capsys).items() if any("/missing" in each for each in found)]
    assert missing == []
    assert f", and {sum(map(len, check(capsys).values()))} problems are left" in out
    assert main(["init", "--update", "--jobs", "1"]) == 0
    for path in (site / "content/notes").iterdir():
        path.write_text(path.read_text("utf-8").replace("mood: calm", "mood: calm\ntags: [fog, tides]"), "utf-8")
    capsys.readouterr()
    assert main(["init", "--update", "--jobs", "1"]) == 1
    said = "  types.notes.rules.tags/missing\n      off, but no article breaks it\n"
    assert said in capsys.readouterr().out
    assert main(["init", "--apply", "types.notes.rules", "--jobs", "1"]) == 0
    assert tomllib.loads((site / "lintarticle.toml").read_text("utf-8"))["types"]["notes"]["rules"] == {
        "excerpt/missing": "off"
    }


def test_front_matter_of_another_format_is_no_longer_expected(site: Path, capsys: Capture) -> None:
    platform = PLATFORMS["zola"]
    build(platform, site)
    assert init(capsys, "--yes")[0] == 0
    line = '"front-matter/missing" = { formats = ["toml"] }  # as in all articles\n'
    assert line in (site / "lintarticle.toml").read_text("utf-8")
    own = article(platform._replace(format="yaml"), fields_of(platform, 3))
    (site / path_of(platform, 3)).write_text(own, "utf-8")
    found = check(capsys)[path_of(platform, 3)]
    assert [each for each in found if each.startswith("front-matter/missing: This site does not read front matter in")]


def test_no_articles(site: Path, capsys: Capture) -> None:
    (site / "hugo.toml").write_text("", "utf-8")
    code, _, err = init(capsys, "--yes")
    assert code == 2
    assert "no articles" in err
    assert set(snapshot(site)) == {"hugo.toml"}


def test_a_readme_among_the_articles_is_left_out(site: Path, capsys: Capture) -> None:
    build(PLATFORMS["hugo"], site)
    (site / "content/posts/README.md").write_text("How we write.\n", "utf-8")
    assert init(capsys, "--yes", "--baseline")[0] == 0
    assert 'include = ["content/**/*.md", "!README.md"]' in (site / "lintarticle.toml").read_text("utf-8")
    assert "content/posts/README.md" not in check(capsys, "--no-baseline")


def test_half_of_the_articles_are_broken(site: Path, capsys: Capture) -> None:
    platform = PLATFORMS["hugo"]
    build(platform, site)
    broken = article(platform, fields_of(platform, 0)).replace("title: ", "title: [").encode()
    for number in range(0, 30, 2):
        (site / path_of(platform, number)).write_bytes(b"\xff\xfe\x00\xd8" if number % 4 else broken)
    code, out, _ = init(capsys, "--yes")
    assert code == 0
    assert "7 articles could not be read." in out
    assert 'description = { type = "string", required = true' in (site / "lintarticle.toml").read_text("utf-8")
    assert not [path for path, found in check(capsys).items() if any(each.startswith(CONTRACT) for each in found)]


def test_two_platforms_in_one_folder_need_a_choice(site: Path, capsys: Capture) -> None:
    build(PLATFORMS["hugo"], site)
    build(PLATFORMS["docusaurus"], site)
    code, _, err = init(capsys, "--yes")
    assert code == 2
    assert "Hugo (hugo.toml) and Docusaurus (docusaurus.config.js)" in err
    assert "--preset hugo or --preset docusaurus" in err
    assert not (site / "lintarticle.toml").exists()
    assert init(capsys, "--yes", "--preset", "docusaurus")[0] == 0
    assert 'include = ["blog/**/*.md"]' in (site / "lintarticle.toml").read_text("utf-8")


def test_a_repository_of_three_sites_gets_one_configuration_each(site: Path, capsys: Capture) -> None:
    for name in ("hugo", "zola", "docusaurus"):
        build(PLATFORMS[name], site / "sites" / name)
    (site / "README.md").write_text("# Sites\n", "utf-8")
    code, out, _ = init(capsys, "--yes")
    assert code == 0
    assert not (site / "lintarticle.toml").exists()
    for name in ("hugo", "zola", "docusaurus"):
        assert f'preset = "{name}"' in (site / "sites" / name / "lintarticle.toml").read_text("utf-8")
        assert f"sites/{name}: " in out
    assert not [path for path, found in check(capsys).items() if any(each.startswith(CONTRACT) for each in found)]


def test_a_configuration_with_mistakes_is_not_overwritten(site: Path, capsys: Capture) -> None:
    build(PLATFORMS["hugo"], site)
    (site / "lintarticle.toml").write_text('# mine\npresets = "hugo"\n', "utf-8")
    before = snapshot(site)
    code, _, err = init(capsys, "--yes")
    assert code == 2
    assert "lintarticle.toml:2: Unknown key “presets”." in err
    assert snapshot(site) == before


def test_a_folder_that_can_not_be_written_to(site: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    build(PLATFORMS["hugo"], site)
    before = snapshot(site)
    monkeypatch.setattr("lintarticle.survey.gate.os.access", lambda *_: False)
    code, _, err = init(capsys, "--yes")
    assert (code, "read-only" in err, snapshot(site)) == (2, True, before)


# --- the hook and the workflow ----------------------------------------------------------------------------------

HOOK = hook_from(Origin())

OTHER = """\
  - repo: local
    hooks:
      - id: x
        name: x   # spaces
        entry: 'true'
        language: system
"""


@pytest.mark.parametrize(
    ("before", "where"),
    [
        (f"# ours\nrepos:\n{OTHER}", "end"),
        (f"repos:\n{OTHER}\n\n# the end\n", "end"),
        (f"repos:\n{OTHER}ci:\n  autofix: false\n", "middle"),
        (f"repos:\n{OTHER}".replace("\n  ", "\n"), "end"),
        (f"repos:\n{OTHER}".rstrip(), "end"),
        (f"repos:\n{OTHER}".replace("\n", "\r\n"), "end"),
    ],
)
def test_the_hook_is_added_and_all_else_stays(before: str, where: str) -> None:
    after = hook_added(before.encode(), HOOK)
    assert after is not None
    hook = yaml.safe_load(after)["repos"][-1]
    assert hook["hooks"] == [{"id": "lintarticle"}]
    left = re.sub(r"(?m)^ *- repo: https://github.com/lintarticle/(?:.*\n){4}", "", after.decode())
    assert left.strip() == before.strip()
    assert ("ci:" in after.decode().split("lintarticle\n")[-1]) == (where == "middle")
    assert hook_added(after, HOOK) is None


@pytest.mark.parametrize(
    "text",
    ["", "repos: [", "repos: {a: 1}", "- a", "repos: [{repo: local, hooks: []}]\n", "repos: &a\n  - *a\n", "\xff"],
)
def test_where_the_hook_can_not_be_added_for_sure_it_is_shown(text: str, site: Path, capsys: Capture) -> None:
    build(PLATFORMS["hugo"], site)
    hooks = site / ".pre-commit-config.yaml"
    hooks.write_bytes(text.encode("latin-1"))
    assert hook_added(hooks.read_bytes(), HOOK) is None
    assert "- id: lintarticle" in init(capsys, "--yes")[1]
    assert hooks.read_bytes() == text.encode("latin-1")


# --- files of platforms are data ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "key", "expected"),
    [
        ("a.toml", 'x = { y = "z" }', ("x", "y"), "z"),
        ("a.yml", "x: {y: !ENV z}\nw: !!python/object/apply:os.system ['exit']\n", ("w",), None),
        ("a.json", '\ufeff{"x": {"y": "a // b"}, // c\n /* d */ "e": [1,],}', ("x", "y"), "a // b"),
        ("a.py", "import os\nX = 'content'\nY = os.system('exit')\n", ("X",), "content"),
        ("a.py", "X = 'content'\nY = os.system('exit')\n", ("Y",), None),
        ("a.yml", "{", ("x",), None),
        ("a.json", "[" * 100_000, ("x",), None),
        ("a.py", "(" * 100_000, ("x",), None),
    ],
)
def test_settings_are_read_and_not_run(
    name: str, text: str, key: tuple[str, ...], expected: object, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert at(settings_in(tmp_path / name), *key) == expected


def test_strings_of_scripts() -> None:
    script = uncommented(
        "a({ path: 'docs', // path: 'no'\n /* path: 'no' */ 'path': [\"x\", `y`], url: 'https://e.org' })"
    )
    assert strings_at(script, "path") == ["docs", "x", "y"]
    assert strings_at(script, "url") == ["https://e.org"]


def test_a_type_of_several_folders_has_the_name_of_the_first(site: Path, capsys: Capture) -> None:
    (site / "docusaurus.config.ts").write_text("export default {};\n", "utf-8")
    for folder in ("docs/guides", "i18n/de/docusaurus-plugin-content-docs/current"):
        (site / folder).mkdir(parents=True)
        for number in range(10):
            text = (
                f"---\nid: p{number}\ntitle: Page {number} of {folder[:4]}\nsidebar_position: {number}\n---\n\nText.\n"
            )
            (site / folder / f"p{number}.md").write_text(text, "utf-8")
    assert init(capsys, "--yes")[0] == 0
    config = (site / "lintarticle.toml").read_text("utf-8")
    assert re.findall(r"^\[types\.(\w+)\]", config, re.MULTILINE) == ["guides"]
