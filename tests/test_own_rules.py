"""A site's own rules: plugins, `lintarticle test-rules`, and the page about them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from lintarticle.cli.main import main

PAGE = (Path(__file__).parent.parent / "docs" / "own-rules.md").read_text("utf-8")

THREE_RULES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]

SHORT = '''\
"""Every article ends with a full stop.

## Bad

```markdown
No end
```

## Good

```markdown
An end.
```
"""
from lintarticle.rule import Article, Finding, Findings, Severity, rule

def check(article: Article) -> Findings:
    if not article.text.rstrip().endswith("."):
        yield Finding(article.source.line_span(1), "Text has no full stop at the end.")

RULE = rule(check, Severity.ERROR)
'''


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> Ran:
        code = main(arguments)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a repository with the three rules of the page, and an article that breaks each."""
    before = set(sys.modules)
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintarticle.toml").write_text('plugins = ["site_rules"]\nselect = ["site-rules"]\n', "utf-8")
    (tmp_path / "site_rules.py").write_text(THREE_RULES, "utf-8")
    (tmp_path / "soup.md").write_text(
        "---\ntitle: Fish soup\ntype: recipe\nreviewed: 2019-05-01\n---\n\nOpen TideBook.\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LINTARTICLE_NO_CODE", raising=False)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.partition(".")[0] == "site_rules":
            del sys.modules[name]


def reported(ran: Ran) -> list[tuple[str, int]]:
    return [(problem["rule"], problem["start"]["line"]) for problem in json.loads(ran.out)["problems"]]


CHECK = ("check", "--output-format", "json")
NO_YIELD = "Recipe has no yield. Add “yield:” with the number of servings."
ALL_THREE = [("site-rules/stale-review", 4), ("site-rules/recipe-yield", 5), ("site-rules/product-name", 7)]

# --- the page -------------------------------------------------------------------------------------------------


def test_the_three_rules_of_the_page(site: Path, run: Run) -> None:
    ran = run(*CHECK)
    assert (ran.code, reported(ran)) == (1, ALL_THREE)


def test_their_examples(site: Path, run: Run) -> None:
    printed = re.findall(r"^\$ lintarticle test-rules\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
    assert run("test-rules") == (0, "", printed)


def test_their_fix(site: Path, run: Run) -> None:
    run("fix", "soup.md")
    assert (site / "soup.md").read_text("utf-8").endswith("Open Tide Almanac.\n")


def test_the_parts_that_the_page_lists() -> None:
    from lintarticle.rule import PARTS

    row = re.findall(r"^\| `looks_at` \| (.*)\|$", PAGE, re.MULTILINE)[0]
    assert re.findall(r"`([^`]+)`", row)[:-1] == list(PARTS)


# --- everywhere a rule is named -------------------------------------------------------------------------------


def test_a_rule_in_twenty_lines(site: Path, run: Run) -> None:
    assert SHORT.count("\n") <= 22
    (site / "site_rules.py").unlink()
    (site / "site_rules").mkdir()
    (site / "site_rules" / "__init__.py").touch()
    (site / "site_rules" / "full_stop.py").write_text(SHORT, "utf-8")
    (site / "a.md").write_text("No end\n", "utf-8")
    assert run("test-rules").code == 0
    assert reported(run(*CHECK, "a.md")) == [("site-rules/full-stop", 1)]


def test_a_folder_without_init(site: Path, run: Run) -> None:
    (site / "site_rules.py").unlink()
    (site / "site_rules").mkdir()
    (site / "site_rules" / "full_stop.py").write_text(SHORT, "utf-8")
    assert run("test-rules").code == 0


def test_severities_options_and_selection(site: Path, run: Run) -> None:
    (site / "lintarticle.toml").write_text(
        'plugins = ["site_rules"]\nselect = ["site-rules"]\n[rules]\n"site-rules/product-name" = "off"\n', "utf-8"
    )
    assert reported(run(*CHECK)) == ALL_THREE[:2]
    assert reported(run(*CHECK, "--only", "site-rules/stale-review")) == ALL_THREE[:1]
    assert reported(run(*CHECK, "--ignore", "site-rules")) == []
    assert reported(run(*CHECK, "--config", 'rules."site-rules/product-name"="error"')) == ALL_THREE
    assert run(*CHECK, "--severity", "site-rules/recipe-yield=info", "--only", "site-rules/recipe-yield").code == 0


def test_a_misspelt_name(site: Path, run: Run) -> None:
    ran = run("check", "--only", "site-rules/stale-reviews")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "lintarticle: Unknown rule or family “site-rules/stale-reviews”. Did you mean “site-rules/stale-review”?",
    )


def test_a_comment_that_silences_it(site: Path, run: Run) -> None:
    text = "<!-- lintarticle-disable-next-line site-rules/product-name: quoted -->\nOpen TideBook.\n"
    (site / "a.md").write_text(text, "utf-8")
    assert reported(run(*CHECK, "a.md", "--select", "suppressions")) == []


def test_explain_rules_and_settings(site: Path, run: Run) -> None:
    assert run("explain", "site-rules/product-name").out.startswith(
        "# site-rules/product-name\n\nTideBook is now called Tide Almanac.\n\nDefault: **error** · Fix: **safe**\n"
    )
    assert "site-rules/recipe-yield: A recipe does not say" in run("explain", "site-rules").out
    assert "site-rules/product-name" in run("rules").out
    severity = ("--severity", "site-rules/product-name=info")
    assert "site-rules/product-name" in run("check", "--show-settings", "soup.md", *severity).out


@pytest.mark.parametrize("form", ["sarif", "github", "html", "rdjson", "full"])
def test_every_format_takes_them(site: Path, run: Run, form: str) -> None:
    ran = run("check", "--output-format", form)
    assert (ran.code, "site-rules/product-name" in ran.out, "docs/rules/site-rules" in ran.out) == (1, True, False)


# --- tests of rules -------------------------------------------------------------------------------------------


def test_examples_that_do_not_hold(site: Path, run: Run) -> None:
    wrong = THREE_RULES.replace("TideBook\\b", "TideBok\\b").replace("yield: 4", "serves: 4")
    wrong = wrong.replace("## Good\n\n    ```markdown article.md", "## So\n\n    ```markdown article.md")
    (site / "site_rules.py").write_text(wrong, "utf-8")
    ran = run("test-rules")
    assert ran.out.splitlines() == [
        "site-rules/stale-review: no example under “## Good”.",
        "site-rules/product-name: Bad example 1 is not reported.",
        f"site-rules/recipe-yield: Good example 1 is reported: 5:1 {NO_YIELD}",
    ]
    assert (ran.code, ran.err) == (1, "lintarticle: 3 rules, 5 examples, 3 failures.\n")


def test_no_rules_to_test(site: Path, run: Run) -> None:
    (site / "lintarticle.toml").unlink()
    assert run("test-rules") == (
        2,
        "",
        "lintarticle: The site has no rules of its own. Name their module in “plugins” of lintarticle.toml.\n",
    )


# --- mistakes -------------------------------------------------------------------------------------------------

CHECK_FUNCTION = """\
from lintarticle.rule import *
def check(article):
    'A manual.'
    {}
RULE = rule(check, None)
"""

IMPORT = "The module “site_rules” can’t be imported from {}"
NOT_A_NAME = "does not name a plugin: write the name of a module or folder, such as site_rules."


@pytest.mark.parametrize(
    ("plugin", "sentence"),
    [
        ("x = 1\n", "The plugin “site_rules” has no rules: make one with “RULE = rule(check, …)”."),
        ("import nowhere\n", f"{IMPORT}: ModuleNotFoundError: No module named 'nowhere'."),
        ("1 / 0\n", f"{IMPORT}: ZeroDivisionError: division by zero."),
        ("def x(:\n", f"{IMPORT}: SyntaxError: invalid syntax (site_rules.py, line 1)."),
        ("API = 2\n", "The plugin “site_rules” needs version 2 of the rule API; this is version 1."),
        (
            CHECK_FUNCTION.format("pass").replace("'A manual.'", ""),
            "The rule “site-rules/check” has no manual: add a docstring to its function or module.",
        ),
        (
            CHECK_FUNCTION.format("pass") + "OTHER = rule(check, None)\n",
            "Two rules have the name “site-rules/check”: rename one.",
        ),
    ],
)
def test_a_plugin_with_a_mistake(site: Path, run: Run, plugin: str, sentence: str) -> None:
    (site / "lintarticle.toml").write_text('plugins = ["site_rules"]\n', "utf-8")
    (site / "site_rules.py").write_text(plugin, "utf-8")
    ran = run("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"lintarticle: lintarticle.toml:1: {sentence.format(site.name)}\n"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere", "The module “nowhere” can’t be imported from {}: the file does not exist."),
        ("../site_rules", f"“../site_rules” {NOT_A_NAME}"),
        ("site_rules.py", f"“site_rules.py” {NOT_A_NAME}"),
        ("debris", "The plugin “debris” has the name of a built-in family of rules: rename it."),
        ("json", "The module “json” can’t be imported: it is outside the repository."),
    ],
)
def test_a_name_that_is_not_a_plugin(site: Path, run: Run, name: str, sentence: str) -> None:
    (site / "lintarticle.toml").write_text(f'plugins = ["{name}"]\n', "utf-8")
    ran = run("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"lintarticle: lintarticle.toml:1: {sentence.format(site.name)}\n"


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero (site_rules:4)"),
        ("yield 'x'", "AttributeError: 'str' object has no attribute 'span'"),
        ("yield Finding(Span(0, 99), 'x')", "ValueError: span 0..99 outside 0..5"),
        ("return 1", "TypeError: 'int' object is not iterable"),
    ],
)
def test_a_rule_that_fails(site: Path, run: Run, body: str, cause: str) -> None:
    (site / "site_rules.py").write_text(CHECK_FUNCTION.format(body), "utf-8")
    (site / "soup.md").write_text("Text\n", "utf-8")
    ran = run("check", "--only", "site-rules/check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"lintarticle: The rule “site-rules/check” failed with {cause} (found in soup.md)\n"


# --- who may run code -----------------------------------------------------------------------------------------


@pytest.fixture
def marker(site: Path) -> Path:
    """Give the file that the plugin writes when it is run."""
    made = site / "marker"
    (site / "site_rules.py").write_text(f"open({str(made)!r}, 'w').close()\n{THREE_RULES}", "utf-8")
    return made


def test_a_nested_configuration_names_no_plugin(site: Path, marker: Path, run: Run) -> None:
    (site / "docs").mkdir()
    (site / "docs" / "lintarticle.toml").write_text('plugins = ["site_rules"]\n', "utf-8")
    (site / "docs" / "site_rules.py").write_bytes((site / "site_rules.py").read_bytes())
    (site / "docs" / "a.md").write_text("Text.\n", "utf-8")
    (site / "lintarticle.toml").unlink()
    ran = run("check", "docs")
    assert (ran.code, ran.out, marker.exists()) == (2, "", False)
    assert ran.err == (
        "lintarticle: docs/lintarticle.toml:1: “plugins” names code. Only the configuration at the root of the "
        "repository may do that, or one named with --config.\n"
    )


@pytest.mark.parametrize("how", ["option", "variable"])
def test_without_code(site: Path, marker: Path, run: Run, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    (site / "lintarticle.toml").write_text(
        'plugins = ["site_rules"]\nselect = ["site-rules"]\n[rules]\n"site-rules/product-name" = "error"\n', "utf-8"
    )
    text = "<!-- lintarticle-disable-next-line site-rules/product-name: quoted -->\nOpen TideBook.\n"
    (site / "soup.md").write_text(text, "utf-8")
    if how == "variable":
        monkeypatch.setenv("LINTARTICLE_NO_CODE", "1")
    option = ["--no-code"] if how == "option" else []
    ran = run(*CHECK, *option, "--select", "suppressions/unknown-rule")
    assert (ran.code, reported(ran), marker.exists()) == (0, [], False)
    assert "lintarticle.toml:1: The plugin is code, which is not run here: its rules are left out." in ran.err
    assert run("rules", *option).code == 0
    assert not marker.exists()


def test_a_plugin_is_not_set_on_the_command_line(site: Path, marker: Path, run: Run) -> None:
    (site / "lintarticle.toml").unlink()
    ran = run("check", "--config", 'plugins=["site_rules"]')
    assert (ran.code, marker.exists()) == (2, False)


def test_a_plugin_that_leads_out_of_the_repository(
    site: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "site_rules.py"
    (site / "site_rules.py").rename(outside)
    (site / "site_rules.py").symlink_to(outside)
    ran = run("check")
    assert (ran.code, "outside the repository" in ran.err) == (2, True)
    (site / "site_rules.py").unlink()
    (site / "site_rules").mkdir()
    (site / "site_rules" / "rules.py").symlink_to(outside)
    ran = run("check")
    assert (ran.code, "outside the repository" in ran.err) == (2, True)
