"""What holds for every rule: it is listed, documented, and shown by cases; its manual says the truth."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from case_files import CASES, Case, CaseFileError, case_files, read_cases, run_case

import lintarticle.rules
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.metadata.metadata import ALIASES
from lintarticle.manual import examples, options_of
from lintarticle.rule import OF_THE_SITE, PARTS, Rule
from lintarticle.rules import ALL, ListedRule, loaded
from lintarticle.source import SourceText

FAMILIES = (
    "file",
    "front-matter",
    "schema",
    "metadata",
    "title",
    "excerpt",
    "tags",
    "illustrations",
    "images",
    "structure",
    "links",
    "rendering",
    "dates",
    "debris",
    "text",
    "keyphrase",
    "site",
    "suppressions",
)
"""The families in documentation order."""

FOLDER = Path(lintarticle.rules.__file__).parent

rules = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)


def cases_of(rule: Rule) -> list[Case]:
    path = CASES / f"{rule.name}.md"
    try:
        return read_cases(path)
    except FileNotFoundError:
        pytest.fail(f"{rule.name} has no case file {path}")
    except CaseFileError as error:
        pytest.fail(str(error))


# --- the registry ---------------------------------------------------------------------------------------------


def test_the_families_are_those_of_the_folders_in_order() -> None:
    folders = {path.parent.name.replace("_", "-") for path in FOLDER.glob("*/__init__.py")}
    assert tuple(lintarticle.rules.FAMILIES) == tuple(family for family in FAMILIES if family in folders)


@rules
def test_the_index_says_what_the_module_of_the_rule_says(rule: Rule) -> None:
    made = loaded(rule)
    assert isinstance(rule, ListedRule), "not in the index: run docs/generate.py"
    assert made == rule
    for name in ("name", "severity", "summary", "signs", "is_own", *Rule._parts):
        assert getattr(rule, name) == getattr(made, name), name


def test_every_rule_module_is_listed_once() -> None:
    modules = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.glob("*/[!_]*.py"))
    assert sorted(rule.name for rule in ALL) == sorted(name.replace("_", "-") for name in modules)


def test_every_case_file_belongs_to_a_rule() -> None:
    names = {path.relative_to(CASES).with_suffix("").as_posix() for path in case_files()}
    assert names <= {rule.name for rule in ALL}


@rules
def test_a_name_is_kebab_case(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*/[a-z]+(-[a-z0-9]+)*", rule.name)


@rules
def test_a_rule_looks_at_a_part_or_field_that_exists(rule: Rule) -> None:
    assert rule.looks_at.removeprefix("faults of the ") in ("", OF_THE_SITE, "schema", "outline", *PARTS, *ALIASES)


# --- the manual -----------------------------------------------------------------------------------------------


@rules
def test_the_summary_is_one_short_sentence(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 100
    assert rule.manual.splitlines()[1:2] == [""], "a blank line follows the summary"


@rules
def test_every_option_is_described(rule: Rule) -> None:
    undescribed = [option.name for option in options_of(rule.options) if not option.description.endswith(".")]
    assert undescribed == []


@rules
def test_the_bad_example_fires(rule: Rule) -> None:
    case = example(rule, "Bad")
    assert run_case(case).lines or run_case(replace(case, files=())).lines, (
        "neither with every file there nor with none"
    )


@rules
def test_the_good_example_does_not_fire(rule: Rule) -> None:
    assert run_case(example(rule, "Good")).lines == ()


def example(rule: Rule, section: str) -> Case:
    """Return the first example under `## Bad` or `## Good` as a case."""
    found = next((each for each in examples(rule) if each.section == section), None)
    assert found, f"the manual of {rule.name} has no markdown fence under ## {section}"
    case = Case(rule.name, section, 0, found.text, (), None, config=tomllib.loads(found.config), path=found.path)
    if rule.looks_at == OF_THE_SITE:  # all examples are articles of one site
        others = [each for each in examples(rule) if each.section == section][1:]
        return replace(case, texts={each.path: each.text for each in others}, files=found.files or None)
    return replace(case, files=found.files) if found.files else case


# --- the cases ------------------------------------------------------------------------------------------------


@rules
def test_cases_show_the_rule_failing_and_clean(rule: Rule) -> None:
    outcomes = {bool(case.expected) for case in cases_of(rule)}
    assert outcomes == {True, False}, f"{rule.name} has cases that fail: {True in outcomes}, clean: {False in outcomes}"


@rules
def test_the_declared_fixes_are_those_that_the_cases_show(rule: Rule) -> None:
    shown = {fix.applicability for case in cases_of(rule) for fix in run_case(case).fixes if case.fixed is not None}
    assert shown == set(rule.fix)


@rules
def test_no_case_leaves_a_fix_undeclared(rule: Rule) -> None:
    offered = {fix.applicability for case in cases_of(rule) for fix in run_case(case).fixes}
    assert offered <= set(rule.fix)


# --- the fixes of front matter --------------------------------------------------------------------------------

FORMATS = {"yaml", "toml", "json"}

FEWER_FORMATS = {
    "front-matter/unsafe-yaml": {"yaml"},  # no other format has tags that run code
    "debris/wrapper-fence": {"yaml"},  # the code fence around the article goes; its front matter only moves up
    "front-matter/missing": {"yaml"},  # only YAML may end with dots
    "suppressions/unused": {"yaml", "toml"},  # JSON has no comments
}
"""Rules whose fixes of front matter have nothing to do in some formats, and the formats that are left."""


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule.fix], ids=lambda rule: rule.name)
def test_a_fix_of_front_matter_is_shown_in_every_format(rule: Rule) -> None:
    shown = {format_ for case in cases_of(rule) if (format_ := format_of_fixed_front_matter(case))}
    shown -= {"headers"}  # a form of its own, in which a rule need not show its fix
    assert shown in (set(), FEWER_FORMATS.get(rule.name, FORMATS))
    assert shown or rule.name not in FEWER_FORMATS


def format_of_fixed_front_matter(case: Case) -> str | None:
    """Return the format of a fixed article's front matter, None if the fix changed or moved nothing of it."""
    if case.fixed is None:
        return None
    before, after = (ArticleReader().read(case.path, SourceText(text)) for text in (case.article, case.fixed))
    if after.front_matter is None:
        return None
    end = after.front_matter.span.end
    unchanged = before.front_matter is not None and before.text[: before.front_matter.span.end] == after.text[:end]
    return None if unchanged else after.front_matter.format
