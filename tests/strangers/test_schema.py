"""Attacks by way of schemas and other files that articles and configurations name: nothing outside is ever read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from lintarticle.boundary import Boundary
from lintarticle.cli.main import main
from lintarticle.files import DiskFiles

SECRET = "hunter2-t0ken"  # noqa: S105 - what must never be printed

ALLOWED = "schemas-in-articles = true\n"

needs_links = pytest.mark.skipif(os.name == "nt", reason="on Windows, making links needs special rights")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository, with files of others next to it that hold a secret."""
    outside = tmp_path / "home"
    outside.mkdir()
    (outside / "hosts.yml").write_text(f"token: {SECRET}\n{SECRET}: {{ pattern: '{SECRET}(' }}\n", "utf-8")
    (outside / "hosts.json").write_text(json.dumps({"token": SECRET, "enum": [SECRET]}), "utf-8")
    (outside / "hosts.toml").write_text(f'token = "{SECRET}"\ndrafts = "{SECRET}"\n', "utf-8")
    (outside / "names.txt").write_text(f"{SECRET}\n", "utf-8")
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "config").write_text(f"extraheader = {SECRET}\n", "utf-8")
    monkeypatch.chdir(site)
    return site


def write(site: Path, name: str, text: str) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a check and return all that it prints: nothing of it may hold the secret."""
    main(["check", "--output-format", "concise", *arguments])
    told = capsys.readouterr()
    assert SECRET not in told.out + told.err
    assert "Internal error" not in told.err
    return told.out + told.err


# --- schemas that articles name -------------------------------------------------------------------------------

REFERENCES = [
    "../home/hosts.yml#/token",
    "../home/hosts.json#/token",
    "../home/hosts.toml#/token",
    "../home/hosts.json",
    "file://{outside}/hosts.yml#/token",
    "file://localhost{outside}/hosts.yml#/token",
    "./x/../../home/hosts.yml#/token",
    "%2e%2e/home/hosts.yml#/token",
    ".git/config#/token",
]


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_schema_that_an_article_names_reads_nothing_outside(
    site: Path, capsys: pytest.CaptureFixture[str], reference: str
) -> None:
    write(site, "lintarticle.toml", ALLOWED)
    target = reference.replace("{outside}", (site.parent / "home").as_posix())
    write(site, "s.json", json.dumps({"properties": {"title": {"$ref": target}}}))
    write(site, "a.md", "---\n$schema: s.json\ntitle: Tides\n---\n\nText.\n")
    assert "it is outside the repository" in check(capsys, "a.md")


@pytest.mark.parametrize("schema", ["../home/hosts.json", "../home/hosts.yml", "/../home/hosts.json"])
def test_an_article_names_no_schema_outside(site: Path, capsys: pytest.CaptureFixture[str], schema: str) -> None:
    write(site, "lintarticle.toml", ALLOWED)
    write(site, "a.md", f"---\n$schema: {schema}\ntitle: Tides\n---\n\nText.\n")
    assert "schema/reference" in check(capsys, "a.md")


def test_a_file_outside_that_is_missing_looks_like_one_that_is_there(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site, "lintarticle.toml", ALLOWED)
    write(site, "a.md", "---\n$schema: ../home/hosts.json\n---\n\nText.\n")
    there = check(capsys, "a.md", "--only", "schema")
    write(site, "a.md", "---\n$schema: ../home/gone.json\n---\n\nText.\n")
    assert check(capsys, "a.md", "--only", "schema") == there.replace("hosts.json", "gone.json")


def test_an_article_names_a_schema_only_where_the_configuration_allows_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site, "s.json", '{"required": ["height"]}')
    write(site, "a.md", "---\n$schema: s.json\ntitle: Tides\n---\n\nText.\n")
    assert "schema/" not in check(capsys, "a.md")
    write(site, "lintarticle.toml", ALLOWED)
    assert "schema/required" in check(capsys, "a.md")


@needs_links
@pytest.mark.parametrize("name", ["s.json", "sub/s.json"])
def test_a_link_does_not_lead_out(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    write(site, "lintarticle.toml", ALLOWED)
    if "/" in name:
        (site / "sub").symlink_to(site.parent / "home")
        write(site.parent / "home", "s.json", '{"const": "' + SECRET + '"}')
    else:
        (site / name).symlink_to(site.parent / "home" / "hosts.json")
    write(site, "a.md", f"---\n$schema: {name}\ntitle: Tides\n---\n\nText.\n")
    assert "it is outside the repository" in check(capsys, "a.md")


# --- values in messages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "schema",
    [
        {"type": SECRET},
        {"properties": {"a": SECRET}},
        {"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": SECRET}},
        {"properties": {"a": {"$ref": "data.yml#/token"}}},
        {"properties": {"a": {"minimum": SECRET}}},
        {"properties": {"a": {"pattern": f"({SECRET}"}}},
        {"$schema": f"urn:{SECRET}"},
    ],
)
def test_a_mistake_in_a_schema_shows_no_value(
    site: Path, capsys: pytest.CaptureFixture[str], schema: dict[str, object]
) -> None:
    write(site, "data.yml", f"token: {SECRET}\n")
    write(site, "s.json", json.dumps(schema))
    write(site, "lintarticle.toml", '[types.a]\nfiles = ["**"]\njson-schema = "s.json"\n')
    write(site, "a.md", "---\na: Tides\n---\n\nText.\n")
    assert "lintarticle.toml:3: s.json is not a valid JSON Schema: " in check(capsys, "a.md")


# --- files that configurations name ---------------------------------------------------------------------------

NAMES = [
    ("json-schema", '[types.a]\nfiles = ["**"]\njson-schema = "{up}home/hosts.json"\n'),
    ("extends", 'extends = "{up}home/hosts.toml"\n'),
    ("vocabulary", '[rules]\n"tags/vocabulary" = {{ file = "{up}home/names.txt" }}\n'),
    (
        "from",
        '[types.a]\nfiles = ["**"]\n[types.a.fields]\ntags = {{ type = "string", from = "{up}home/names.txt" }}\n',
    ),
    (
        "definitions",
        '[definitions]\nx = {{ from = "{up}home/names.txt" }}\n[types.a]\nfiles = ["**"]\nfields.tags = "x"\n',
    ),
    ("baseline", 'baseline = "{up}home/hosts.json"\n'),
]


@pytest.mark.parametrize("folder", ["", "posts/"])
@pytest.mark.parametrize(("kind", "text"), NAMES, ids=[kind for kind, _ in NAMES])
def test_a_configuration_names_nothing_outside(
    site: Path, capsys: pytest.CaptureFixture[str], kind: str, text: str, folder: str
) -> None:
    write(site, f"{folder}lintarticle.toml", text.format(up="../../" if folder else "../"))
    write(site, f"{folder}a.md", f"---\ntitle: Tides\ntags: {SECRET[:-1]}\n---\n\nText.\n")
    shown = check(capsys, folder or ".")
    assert "outside the repository" in shown, kind


@pytest.mark.parametrize(("kind", "text"), NAMES, ids=[kind for kind, _ in NAMES])
def test_the_configuration_at_the_root_may_allow_it(
    site: Path, capsys: pytest.CaptureFixture[str], kind: str, text: str
) -> None:
    home = site.parent / "home"
    for path in home.iterdir():
        path.write_text(path.read_text("utf-8").replace(SECRET, "warn"), "utf-8")
    write(site, "lintarticle.toml", 'allow-outside = ["../home"]\n' + text.format(up="../"))
    write(site, "a.md", "---\ntitle: Tides\ntags: tides\n---\n\nText.\n")
    assert "outside the repository" not in check(capsys), kind


def test_a_nested_configuration_allows_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "posts/lintarticle.toml", 'allow-outside = ["../../home"]\nextends = "../../home/hosts.toml"\n')
    write(site, "posts/a.md", "Text.\n")
    shown = check(capsys)
    assert "outside the repository" in shown
    write(site, "posts/lintarticle.toml", 'allow-outside = ["../../home"]\n')
    assert "“allow-outside” counts only in the configuration at the root of the repository." in check(capsys)


@needs_links
@pytest.mark.parametrize("name", ["lintarticle.toml", "posts/lintarticle.toml", "posts/pyproject.toml"])
def test_a_configuration_is_no_link_out(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    target = site.parent / "home" / "hosts.toml"
    if name.endswith("pyproject.toml"):
        target.write_text(f'[tool.lintarticle]\ndrafts = "{SECRET}"\n', "utf-8")
    write(site, "posts/a.md", "Text.\n")
    (site / name).symlink_to(target)
    assert f"{name}: The configuration is a link that leads out of the repository." in check(capsys)


@needs_links
@pytest.mark.parametrize("name", ["data/names.txt", "names.txt"])
def test_a_vocabulary_is_no_link_out(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    if "/" in name:
        (site / "data").symlink_to(site.parent / "home")
    else:
        (site / name).symlink_to(site.parent / "home" / "names.txt")
    write(site, "lintarticle.toml", f'[rules]\n"tags/vocabulary" = {{ file = "{name}" }}\n')
    write(site, "a.md", f"---\ntitle: Tides\ntags: [{SECRET[:-1]}]\n---\n\nText.\n")
    assert "outside the repository" in check(capsys)


def test_extending_a_file_of_another_kind_is_said_plainly(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "base.yml", "drafts: warn\n")
    write(site, "lintarticle.toml", 'extends = "base.yml"\n')
    assert (
        "lintarticle.toml:1: “extends” names “base.yml”, which is not a TOML file: its name does not end with “.toml”."
    ) in check(capsys)


# --- images and other articles --------------------------------------------------------------------------------


@needs_links
def test_no_picture_is_read_by_way_of_a_link_out(site: Path) -> None:
    (site / "img").symlink_to(site.parent / "home")
    files = DiskFiles(site, site, ("static",), Boundary(site))
    assert files.read("a.md", "img/names.txt", 1000) is None
    assert files.exists("a.md", "img/names.txt")
    assert files.exists("a.md", "img/gone.txt"), "what is not there and what is look the same"
    assert files.read("a.md", "../home/names.txt", 1000) is None
    assert not files.exists("a.md", "gone.png")


@needs_links
def test_no_slug_is_read_by_way_of_a_link_out(site: Path) -> None:
    (site.parent / "home" / "x.md").write_text(f"slug: {SECRET}\n", "utf-8")
    (site / "x.md").symlink_to(site.parent / "home" / "x.md")
    names = DiskFiles(site, site, (), Boundary(site)).article_names()
    assert "x.md" in names
    assert SECRET not in names


@needs_links
def test_a_link_inside_the_repository_is_followed(site: Path) -> None:
    write(site, "data/names.txt", "tides\n")
    (site / "names.txt").symlink_to(site / "data" / "names.txt")
    assert DiskFiles(site, site, (), Boundary(site)).read_root("names.txt") == b"tides\n"


# --- schemas that would take for ever -------------------------------------------------------------------------


def doubled(keyword: str, depth: int, *, anchors: bool = False) -> dict[str, object]:
    """Return a schema that looks at a value twice, in each of these places twice again, and so on."""
    name = "#a{}" if anchors else "#/$defs/a{}"
    tables: dict[str, dict[str, object]] = {
        f"a{number}": {keyword: [{"$ref": name.format(number + 1)}] * 2} for number in range(depth)
    }
    tables[f"a{depth}"] = {"required": ["height"]}
    for key, table in tables.items():
        table.update({"$anchor": key} if anchors else {})
    return {"$defs": tables, "$ref": name.format(0)}


def left_over(depth: int) -> dict[str, object]:
    schema: dict[str, object] = {"required": ["height"]}
    for _ in range(depth):
        schema = {"anyOf": [schema, {"required": ["width"]}], "unevaluatedProperties": False}
    return schema


NESTED = {"$ref": "#/$defs/a", "$defs": {"a": {"properties": {"a": {"allOf": [{"$ref": "#/$defs/a"}] * 2}}}}}


@pytest.mark.parametrize(
    "schema",
    [doubled("allOf", 40), doubled("anyOf", 40), doubled("oneOf", 40, anchors=True), left_over(40), NESTED],
    ids=["allOf", "anyOf", "anchors", "left over", "nested"],
)
def test_a_schema_that_multiplies_its_work_is_one_problem(
    site: Path, capsys: pytest.CaptureFixture[str], schema: dict[str, object]
) -> None:
    write(site, "lintarticle.toml", ALLOWED)
    write(site, "s.json", json.dumps(schema))
    nested = "".join(f"{' ' * depth}a:\n" for depth in range(60))
    write(site, "a.md", f"---\n$schema: s.json\n{nested}{' ' * 60}a: 1\n---\n\nText.\n")
    first = check(capsys, "a.md", "--only", "schema").splitlines()[0]
    message = "The JSON Schema is too large to check: over 1,000,000 comparisons with this article."
    assert first == f"a.md:1:1: error file/unreadable {message}"


@pytest.mark.parametrize("depth", [5, 16])
def test_what_several_parts_of_a_schema_ask_for_is_asked_for_once(
    site: Path, capsys: pytest.CaptureFixture[str], depth: int
) -> None:
    write(site, "lintarticle.toml", ALLOWED)
    write(site, "s.json", json.dumps(doubled("allOf", depth)))
    write(site, "a.md", "---\n$schema: s.json\ntitle: Tides\n---\n\nText.\n")
    assert check(capsys, "a.md", "--only", "schema").count("“height” is missing.") == 1


def test_a_circle_of_anchors_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "lintarticle.toml", ALLOWED)
    write(site, "s.json", '{"$anchor": "a", "allOf": [{"$ref": "#a"}]}')
    write(site, "a.md", "---\n$schema: s.json\ntitle: Tides\n---\n\nText.\n")
    assert "s.json never ends" in check(capsys, "a.md")


def test_a_schema_with_too_many_references_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "lintarticle.toml", ALLOWED)
    write(site, "s.json", json.dumps({"$defs": {"a": {}}, "allOf": [{"$ref": "#/$defs/a"}] * 10_001}))
    write(site, "a.md", "---\n$schema: s.json\ntitle: Tides\n---\n\nText.\n")
    assert "s.json is too large to check: 10,001 references; at most 10,000 are followed." in check(capsys, "a.md")


@pytest.mark.parametrize("name", ["s.yml", "names.yml"])
def test_aliases_that_swell_are_refused(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    levels = "".join(f"a{number}: &a{number} [{f'*a{number - 1}, ' * 9}]\n" for number in range(1, 12))
    write(site, name, f"a0: &a0 {{}}\n{levels}")
    rules = '[rules]\n"tags/vocabulary" = { file = "names.yml" }\n' if name == "names.yml" else ""
    write(site, "lintarticle.toml", ALLOWED + rules)
    write(site, "a.md", "---\n$schema: s.yml\ntitle: Tides\ntags: [a]\n---\n\nText.\n")
    assert f"{name} is too large to read: over 1,000,000 values, aliases included." in check(capsys, "a.md")
