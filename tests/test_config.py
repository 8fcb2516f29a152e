"""The configuration: what it comes to, and every mistake in it with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lintarticle.config.configuration import CommandLine, Configuration, resolve
from lintarticle.config.discovery import Configurations
from lintarticle.config.keys import TABLES, ConfigKeys, options_model
from lintarticle.config.layer import Layer, RuleSetting
from lintarticle.config.provenance import Value, values_of
from lintarticle.config.reading import read_keys
from lintarticle.config.settings import Declared, Handling, Settings, declared
from lintarticle.errors import ConfigError
from lintarticle.problem import Severity
from lintarticle.rule import Rule
from lintarticle.rules import ALL

CHECKOUT = Path(__file__).parent.parent

EVERY_KEY = (
    "Use preset, select, ignore, rules, drafts, schemas-in-articles, static-dirs, renders-title, slugger, renderer, "
    "known-keys, fields, labels, front-matter, illustrations, extends, include, exclude, allow-outside, plugins, "
    "baseline, definitions, types, type-key or overrides."
)
"""What a message says of a key that is near no other one."""


def load(
    folder: Path, text: str, name: str = "lintarticle.toml", command_line: CommandLine | None = None
) -> Configuration:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return Configurations(folder, command_line=command_line).of(folder)


def severities(settings: Settings) -> dict[str, str]:
    return {active.rule.name: active.severity.label for active in settings.rules}


def off_by_default() -> Rule:
    return next(rule for rule in ALL if rule.severity is None)


DEFAULT = {rule.name: rule.severity.label for rule in ALL if rule.severity}


# --- mistakes -------------------------------------------------------------------------------------------------

MISTAKES = {
    "unknown key": (
        'exlude = ["x"]',
        "1: Unknown key “exlude”. Did you mean “exclude”?",
    ),
    "unknown key far from all": (
        "zzz = 1",
        f"1: Unknown key “zzz”. {EVERY_KEY}",
    ),
    "underscore for hyphen": (
        'static_dirs = ["x"]',
        "1: Unknown key “static_dirs”. Did you mean “static-dirs”?",
    ),
    "unknown key of a table": (
        "[front-matter]\ncode-fense = true",
        "2: Unknown key “code-fense”. Did you mean “code-fence”?",
    ),
    "unknown key of an override": (
        '[[overrides]]\nfiles = ["a"]\n[[overrides]]\nfiles = ["b"]\ninclude = ["c"]',
        "5: Unknown key “include”. "
        + EVERY_KEY.partition(", extends")[0].replace("matter, illustrations", "matter, illustrations or files."),
    ),
    "missing key of an override": (
        '[[overrides]]\nignore = ["links"]',
        "1: The key “files” is missing here.",
    ),
    "value of a choice": (
        '\ndrafts = "wran"',
        "2: “drafts” is “wran”; expected error, warn or skip. Did you mean “warn”?",
    ),
    "text for a list": (
        'select = "ALL"',
        "1: “select” is “ALL”; expected a list.",
    ),
    "number for text": (
        'exclude = [\n  "a",\n  5,\n]',
        "3: “exclude” is 5; expected text in quotes.",
    ),
    "text for a truth value": (
        'renders-title = "yes"',
        "1: “renders-title” is “yes”; expected true or false.",
    ),
    "list for a table": (
        "rules = []",
        "1: “rules” is a list; expected a table.",
    ),
    "unknown rule": (
        '[rules]\n"excerpt/too-log" = "error"',
        "2: Unknown rule “excerpt/too-log”. Did you mean “excerpt/too-long”?",
    ),
    "family for a rule": (
        '[rules]\nexcerpt = "error"',
        "2: “excerpt” is a family: name one of its rules.",
    ),
    "dots for a rule": (
        '[rules]\nexcerpt.too-long = "off"',
        '2: “excerpt” is a family; write the name of the rule in quotes: "excerpt/too-long".',
    ),
    "no quotes around a rule": (
        '[rules]\nexcerpt/too-long = "off"',
        '2: The name “excerpt/too-long” contains “/”, which needs quotes; write "excerpt/too-long".',
    ),
    "no quotes around a rule in the name of a table": (
        "[rules.excerpt/too-long]\nmax = 155",
        '1: The name “excerpt/too-long” contains “/”, which needs quotes; write "excerpt/too-long".',
    ),
    "unknown severity": (
        '[rules]\n"excerpt/too-long" = "eror"',
        "2: “eror” is not a severity; expected error, warning, info or off. Did you mean “error”?",
    ),
    "truth value for a severity": (
        '[rules]\n"excerpt/too-long" = false',
        "2: “excerpt/too-long” is false; expected error, warning, info, off or a table of options.",
    ),
    "unknown severity in a table": (
        '[rules]\n"excerpt/too-long" = { max = 5, severity = "of" }',
        "2: “of” is not a severity; expected error, warning, info or off. Did you mean “off”?",
    ),
    "number for a severity in a table": (
        '[rules."excerpt/too-long"]\nseverity = 2',
        "2: “severity” is 2; expected error, warning, info or off.",
    ),
    "unknown option": (
        '[rules."excerpt/too-long"]\nmaxx = 2',
        "2: Unknown key “maxx”. Did you mean “max”?",
    ),
    "text for a number": (
        '[rules]\n"excerpt/too-long" = { max = "5" }',
        "2: “max” is “5”; expected a whole number.",
    ),
    "fraction for a whole number": (
        '[rules]\n"excerpt/too-long" = { max = 5.5 }',
        "2: “max” is 5.5; expected a whole number.",
    ),
    "number below its bound": (
        '[rules]\n"excerpt/too-long" = { max = 0 }',
        "2: “max” is 0; expected at least 1.",
    ),
    "bad fix": (
        '[rules]\n"excerpt/too-long" = { fix = "saf" }',
        "2: “fix” is “saf”; expected safe, unsafe or never.",
    ),
    "option in an override": (
        '[[overrides]]\nfiles = ["a"]\n[overrides.rules]\n"excerpt/too-long" = { max = 0 }',
        "4: “max” is 0; expected at least 1.",
    ),
    "unknown family": (
        'select = ["ALL"]\nignore = [\n  "excerpt",\n  "exerpt",\n]',
        "4: Unknown rule or family “exerpt”. Did you mean “excerpt”?",
    ),
    "unknown field": (
        '[fields]\nexerpt = ["x"]',
        "2: Unknown field “exerpt”. Did you mean “excerpt”?",
    ),
    "unknown field of labels": (
        '[labels]\ntgas = ["x"]',
        "2: Unknown field “tgas”. Did you mean “tags”?",
    ),
    "text for the names of a field": (
        '[fields]\nexcerpt = "summary"',
        "2: “excerpt” is “summary”; expected a list.",
    ),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_message_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, text)
    assert error.value.messages == (f"lintarticle.toml:{message}",)


def test_all_mistakes_are_told_in_the_order_of_the_text(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, 'ignore = ["x/y"]\n[rules]\n"excerpt/too-long" = { max = 0, fix = 1 }\n"a/b" = "off"\n')
    assert error.value.messages == (
        "lintarticle.toml:1: Unknown rule or family “x/y”.",
        "lintarticle.toml:3: “max” is 0; expected at least 1.",
        "lintarticle.toml:3: “fix” is 1; expected safe, unsafe or never.",
        "lintarticle.toml:4: Unknown rule “a/b”.",
    )


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"drafts = \n", "lintarticle.toml:1: "),
        (b"drafts = 'warn'\ndrafts = 'skip'\n", "lintarticle.toml:2: "),
        (b"\n[rules\n", "lintarticle.toml:2: "),
        (b"drafts = 'w\xe9'\n", "lintarticle.toml:1: The byte 0xE9 is not valid UTF-8 text."),
        ("drafts = 'warn'\n".encode("utf-16"), "lintarticle.toml:1: The file is saved as UTF-16, not UTF-8."),
        (b"a = " + b"[" * 5000, "lintarticle.toml:1: Values are nested more than 100 levels deep; nothing was read."),
    ],
    ids=["no value", "twice", "bracket", "bytes", "UTF-16", "nesting"],
)
def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path, data: bytes, start: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintarticle.toml").write_bytes(data)
    with pytest.raises(ConfigError) as error:
        Configurations(tmp_path).of(tmp_path)
    assert error.value.messages[0].startswith(start)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("[tool]\nlintarticle = 3\n", 2, "3"),
        ("tool = { lintarticle = 'yes' }\n", 1, "“yes”"),
        ("[project]\n\n[[tool.lintarticle]]\ndrafts = 'skip'\n", 3, "a list"),
    ],
)
def test_what_should_be_our_table_in_pyproject_is_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, place: int, found: str
) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as error:
        Configurations(tmp_path).of(tmp_path)
    said = f"pyproject.toml:{place}: “lintarticle” is {found}; expected a table: [tool.lintarticle]."
    assert error.value.messages == (said,)


def test_a_pyproject_that_only_speaks_of_us_is_no_configuration(tmp_path: Path) -> None:
    text = "# [tool.lintarticle] is in the folder above\n[dependency-groups]\ndev = ['lintarticle']\n"
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    assert Configurations(tmp_path).of(tmp_path).path is None


def test_a_mistake_in_pyproject_has_its_line_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, "[project]\nname = 'x'\n\n[tool.lintarticle]\ndraft = 'skip'\n", "pyproject.toml")
    assert error.value.messages == ("pyproject.toml:5: Unknown key “draft”. Did you mean “drafts”?",)


def test_a_mistake_is_told_relative_to_the_working_folder(tmp_path: Path) -> None:
    (tmp_path / "lintarticle.toml").write_text("x = 1", "utf-8")
    (tmp_path / "posts").mkdir()
    with pytest.raises(ConfigError) as error:
        Configurations(tmp_path / "posts").of(tmp_path / "posts")
    assert error.value.messages == (f"../lintarticle.toml:1: Unknown key “x”. {EVERY_KEY}",)


# --- what it comes to -----------------------------------------------------------------------------------------


def test_every_key_reaches_the_settings(tmp_path: Path) -> None:
    text = """
drafts = "skip"
static-dirs = ["assets"]
renders-title = false
slugger = "hugo"
renderer = "goldmark"
front-matter = { code-fence = true, headers = true }

[fields]
excerpt = ["blurb"]

[labels]
tags = ["Schlagworte"]
"""
    settings = load(tmp_path, text).settings_for("a.md")
    assert settings.drafts == "skip"
    assert (settings.reading.code_fence, settings.reading.headers) == (True, True)
    assert settings.reading.fields == {"excerpt": ("blurb",)}
    assert settings.reading.labels == {"tags": ("Schlagworte",)}
    assert (settings.site.static_dirs, settings.site.renders_title) == (("assets",), False)
    assert (settings.site.slugger, settings.site.renderer) == ("hugo", "goldmark")


def test_an_empty_configuration_changes_nothing(tmp_path: Path) -> None:
    settings = load(tmp_path, "").settings_for("a.md")
    assert severities(settings) == DEFAULT
    assert (settings.drafts, settings.options) == ("warn", {})


def test_a_rule_takes_severity_and_options_from_the_file(tmp_path: Path) -> None:
    text = '[rules]\n"excerpt/too-long" = { severity = "info", max = 155 }\n"excerpt/missing" = "off"\n'
    settings = load(tmp_path, text).settings_for("a.md")
    (active,) = (active for active in settings.rules if active.rule.name == "excerpt/too-long")
    assert (active.severity, active.options.max) == (Severity.INFO, 155)  # type: ignore[attr-defined] # of the subclass
    assert "excerpt/missing" not in severities(settings)
    assert settings.options["excerpt/too-long"].max == 155  # type: ignore[attr-defined] # of the subclass


def test_overrides_hold_for_their_files_and_the_later_one_wins(tmp_path: Path) -> None:
    text = """
[rules]
"excerpt/too-long" = { severity = "error", max = 100 }

[[overrides]]
files = ["archive/**"]
ignore = ["excerpt"]

[[overrides]]
files = ["archive/kept/*.md"]
rules = { "excerpt/too-long" = { severity = "info" } }
"""
    configuration = load(tmp_path, text)
    assert severities(configuration.settings_for("a.md"))["excerpt/too-long"] == "error"
    archived = severities(configuration.settings_for("archive/2019/a.md"))
    assert [name for name in archived if name.startswith("excerpt/")] == []
    kept = configuration.settings_for("archive/kept/a.md")
    assert severities(kept)["excerpt/too-long"] == "info"
    assert kept.options["excerpt/too-long"].max == 100  # type: ignore[attr-defined] # of the subclass


# --- selection ------------------------------------------------------------------------------------------------


def selected(*layers: Layer) -> dict[str, str]:
    return severities(resolve(layers))


def test_select_keeps_what_it_names_and_the_unreadable_file() -> None:
    excerpt = {name: level for name, level in DEFAULT.items() if name.startswith("excerpt/")}
    assert selected(Layer(select=("excerpt",))) == {"file/unreadable": "error", **excerpt}


def test_all_means_every_rule() -> None:
    assert list(selected(Layer(select=("ALL",)))) == [rule.name for rule in ALL]


def test_ignore_takes_away_and_the_closer_name_wins() -> None:
    assert "excerpt/missing" not in selected(Layer(ignore=("excerpt/missing",)))
    ignored = selected(Layer(select=("ALL", "excerpt/missing"), ignore=("excerpt",)))
    assert [name for name in ignored if name.startswith("excerpt/")] == ["excerpt/missing"]
    assert "excerpt/missing" not in selected(Layer(select=("excerpt/missing",), ignore=("excerpt/missing",)))


def test_a_rule_that_is_off_runs_when_it_is_asked_for() -> None:
    name = off_by_default().name
    assert name not in selected(Layer())
    assert selected(Layer(select=("ALL", name)))[name] == "warning"
    assert selected(Layer(rules={name: RuleSetting(off=True)}), Layer(select=("ALL",)))[name] == "warning"
    assert selected(Layer(rules={name: RuleSetting(Severity.INFO)}))[name] == "info"
    assert selected(Layer(rules={name: RuleSetting(options={"x": 1})}))[name] == "warning"
    assert name not in selected(Layer(select=(name,), rules={name: RuleSetting(off=True)}))


def test_a_stronger_layer_wins() -> None:
    off, name = Layer(rules={"excerpt/missing": RuleSetting(off=True)}), "excerpt/missing"
    assert name not in selected(off)
    assert selected(off, Layer(select=(name,)))[name] == "error"
    assert selected(off, Layer(add=(name,)))[name] == "error"
    assert selected(Layer(ignore=(name,)), Layer(rules={name: RuleSetting(Severity.INFO)}))[name] == "info"
    assert name not in selected(Layer(select=(name,)), Layer(ignore=("excerpt",)))


def test_adding_on_the_command_line_keeps_the_rest() -> None:
    name = off_by_default().name
    assert selected(Layer(), Layer(add=(name,))) == {**DEFAULT, name: "warning"}


# --- the command line over the file ---------------------------------------------------------------------------


def test_keys_of_the_command_line_win_over_the_file(tmp_path: Path) -> None:
    command_line = read_keys(
        ["drafts=error", "rules.excerpt/too-long.max=99", 'rules."excerpt/missing"=off', "exclude=['b.md']"]
    )
    text = 'drafts = "skip"\nexclude = ["a.md"]\n[rules]\n"excerpt/too-long" = { max = 155, severity = "info" }\n'
    configuration = load(tmp_path, text, command_line=command_line)
    settings = configuration.settings_for("a.md")
    assert settings.drafts == "error"
    assert settings.options["excerpt/too-long"].max == 99  # type: ignore[attr-defined] # of the subclass
    assert severities(settings)["excerpt/too-long"] == "info"
    assert "excerpt/missing" not in severities(settings)
    assert (configuration.exclude.match("a.md"), configuration.exclude.match("b.md")) == (False, True)


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("draft=skip", "Unknown key “draft”. Did you mean “drafts”?"),
        ("drafts=skp", "“drafts” is “skp”; expected error, warn or skip. Did you mean “skip”?"),
        ("rules.excerpt/too-long.max=long", "“max” is “long”; expected a whole number."),
        ("renders-title=yes", "“renders-title” is “yes”; expected true or false."),
    ],
)
def test_a_mistake_on_the_command_line_names_the_setting(setting: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_keys([setting])
    assert error.value.messages == (f"--config {setting}: {message}",)


# --- options of all rules -------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_the_options_of_every_rule_can_be_checked(rule: Rule) -> None:
    model = options_model(rule.options)
    assert model().model_dump() == {name: getattr(rule.options(), name) for name in model.model_fields}


# --- settings as declared -------------------------------------------------------------------------------------


def test_every_setting_is_documented() -> None:
    page = (CHECKOUT / "docs" / "settings.md").read_text("utf-8")
    keys = [*(each.key for each in declared()), *(field.alias for field in ConfigKeys.model_fields.values())]
    assert [key for key in keys if key not in TABLES and f"| `{key}` |" not in page] == []


@pytest.mark.parametrize("setting", [*declared()], ids=lambda setting: setting.key)
def test_a_setting_is_declared_once(setting: Declared) -> None:
    """Nothing in the configuration's own code knows it, so that a new one takes one line where it is used."""
    named = re.compile(rf"\b{setting.attribute}\b|\"{setting.key}\"")
    folder = CHECKOUT / "lintarticle" / "config"
    home = folder / "settings.py" if setting.holder is Handling else None
    if setting.attribute not in ("fields", "labels"):  # whose keys are names of fields, which are checked
        assert [
            path.name for path in folder.glob("*.py") if path != home and named.search(path.read_text("utf-8"))
        ] == []


def test_a_setting_reaches_settings_and_where_it_comes_from(tmp_path: Path) -> None:
    configuration = load(tmp_path, 'known-keys = ["mood"]\n[front-matter]\nheaders = true\n')
    settings = configuration.settings_for("a.md")
    found = {value.name: value for value in values_of(settings, configuration.layers_for("a.md"))}
    assert found["known-keys"] == Value("known-keys", ["mood"], "lintarticle.toml")
    assert found["front-matter.headers"] == Value("front-matter.headers", True, "lintarticle.toml")
    assert found["front-matter.unopened"].origin == "default"
    assert found.keys() >= {each.key for each in declared() if each.name not in ("fields", "labels")}
