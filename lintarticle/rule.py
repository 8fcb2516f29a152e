"""The API of rules, lintarticle's own and a site's: a rule imports what it needs from here.

from lintarticle.rule import Article, Findings, Finding, Severity, rule
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from textwrap import dedent
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, TypeVar, Unpack, overload

from lintarticle.article.article import Article
from lintarticle.article.values import Fault, Text
from lintarticle.context import Context, Files, NoFiles, Option, Options, Site
from lintarticle.problem import Applicability, Edit, Finding, Fix, PlannedFix, Related, Severity
from lintarticle.record import Record
from lintarticle.signs import Signs
from lintarticle.source import Span
from lintarticle.suppressions.parse import read_suppressions

API = 1
"""The version of this API. A plugin can name the one it is written for: `API = 1`."""

__all__ = [
    "API",
    "Article",
    "Context",
    "Edit",
    "Files",
    "Finding",
    "Findings",
    "Fix",
    "NoFiles",
    "Option",
    "Options",
    "PlannedFix",
    "Related",
    "Rule",
    "Severity",
    "Site",
    "Span",
    "Text",
    "TextPattern",
    "reports",
    "rule",
]

Findings: TypeAlias = Iterator[Finding]

Given = TypeVar("Given", bound="Options")


Scope = Literal["prose", "uncoded", "readable"]
"""Which text of an article: words alone, everything but code and front matter, or everything but code."""

_SCOPES: Mapping[Scope, Callable[[Article], str]] = MappingProxyType(
    {
        "prose": lambda article: article.body.prose,
        "uncoded": lambda article: article.body.uncoded,
        "readable": lambda article: article.readable,
    }
)


class TextPattern(Record):
    """What to look for in a text. Wherever `expression` matches, one of the `signs` occurs, folded as by `folded`.

    A sign with a capital letter occurs as it is. A rule with `patterns` is skipped for an article without any of
    their signs, and no article without a sign is searched. An article in which `unless` matches is about the topic,
    and no match counts.
    """

    expression: str
    signs: tuple[str, ...]
    scope: Scope = "prose"
    unless: str = ""

    @cached_property
    def _looked_for(self) -> Signs:
        return Signs(self.signs)

    def matches(self, article: Article) -> list[re.Match[str]]:
        """Return the matches, with offsets in the article."""
        if not self._looked_for.are_in(article.folded, article.text, article.absent_marks):
            return []
        text = _SCOPES[self.scope](article)
        found = list(re.finditer(self.expression, text))
        return [] if found and self.unless and re.search(self.unless, text) else found


class Rule(Record):
    """One check, made by `rule` or `reports`.

    `severity` is the default; None: off unless a configuration turns it on. `fix` lists the kinds of fixes it
    offers. `looks_at`: a part (`images`, `links`, …: see `PARTS`) or the name of a field; the rule is skipped for
    an article that has none. `patterns`: it is skipped for an article without any of their signs. `changes_body`: a
    fix changes what readers see of the body, and the manual page says so; a fix of any other rule that does is
    taken back. `outweighs` names rules that say less about the same thing: their findings at the very place of a
    finding of this rule are left out. `edits_opaque`: its fixes may edit comments and code fences, because it
    reports those; any other fix that touches code, a template or a component is not offered.
    """

    check: Callable[..., Findings]
    severity: Severity | None
    fix: tuple[Applicability, ...] = ()
    options: type[Options] = Options
    looks_at: str = ""
    patterns: tuple[TextPattern, ...] = ()
    changes_body: bool = False
    outweighs: tuple[str, ...] = ()
    edits_opaque: bool = False

    def __reduce__(self) -> tuple[Callable[..., Rule], tuple[str, str]]:
        """Go elsewhere by name: a check may be a closure."""
        return _rule_in, (self.module, self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rule) and (self.module, self.name) == (other.module, other.name)

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def module(self) -> str:
        """The name of the module that its check is in."""
        return self.check.__module__

    @cached_property
    def defaults(self) -> Options:
        """Its options where a configuration sets none."""
        return self.options()

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """The signs of all its patterns."""
        return tuple(dict.fromkeys(sign for pattern in self.patterns for sign in pattern.signs))

    @cached_property
    def findings(self) -> Callable[[Article, Any, Context], Findings]:
        """What runs the check with what it takes: options only if the rule has any, the context only if asked for."""
        check, has_options = self.check, self.options is not Options
        takes_context = check.__code__.co_argcount > 1 + has_options
        if has_options:
            return check if takes_context else lambda article, options, _: check(article, options)
        if takes_context:
            return lambda article, _, context: check(article, context)
        return lambda article, _, __: check(article)

    @property
    def is_own(self) -> bool:
        """Whether it is a site's own rule, from a plugin."""
        return not self.module.startswith("lintarticle.")

    @cached_property
    def name(self) -> str:
        """`family/name`: the path of the module; the family of a site's own rule is its plugin.

        A plugin may also have several rules in a module: they have the names of their functions.
        """
        family, *parts = self.module.removeprefix("lintarticle.rules.").split(".")
        name = parts[-1] if parts and self.check.__name__ == "check" else self.check.__name__
        return f"{family}/{name}".replace("_", "-")

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def manual(self) -> str:
        """The manual page: the docstring of the rule's function if it has one, else of its module."""
        doc = (self.check.__doc__ if self.is_own else "") or import_module(self.module).__doc__ or ""
        first, _, rest = doc.expandtabs().partition("\n")
        return f"{first.strip()}\n{dedent(rest)}".strip()

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]


def rules_in(module: ModuleType) -> Iterator[Rule]:
    """Yield the rules that a module defines, in its order."""
    return (
        value
        for value in vars(module).values()
        if isinstance(value, Rule) and value.check.__module__ == module.__name__
    )


def _rule_in(module: str, name: str) -> Rule:
    return next(rule for rule in rules_in(import_module(module)) if rule.name == name)


if TYPE_CHECKING:

    class Traits(TypedDict, total=False):
        """What may be said of a rule besides its severity and options; `Rule` describes each."""

        fix: tuple[Applicability, ...]
        looks_at: str
        patterns: tuple[TextPattern, ...]
        changes_body: bool
        outweighs: tuple[str, ...]
        edits_opaque: bool


@overload
def rule(
    check: Callable[[Article], Findings] | Callable[[Article, Context], Findings],
    severity: Severity | None,
    **facts: Unpack[Traits],
) -> Rule: ...
@overload
def rule(
    check: Callable[[Article, Given], Findings] | Callable[[Article, Given, Context], Findings],
    severity: Severity | None,
    *,
    options: type[Given],
    **facts: Unpack[Traits],
) -> Rule: ...
def rule(check: Callable[..., Findings], severity: Severity | None, **facts: Any) -> Rule:
    """Make a rule of a check, which takes the article, then its options if it has any, then the context if it wants."""
    return Rule(check, severity, **facts)


def reports(kind: str, severity: Severity | None, *, of: Source, **facts: Unpack[Traits]) -> Rule:
    """Make a rule that reports the faults of one kind, found while the article was read or compared."""

    def check(article: Article, context: Context) -> Findings:
        return (fault.finding for fault in _FAULTS[of](article, context) if fault.kind == kind)

    check.__module__ = sys._getframe(1).f_globals["__name__"]  # noqa: SLF001 - as namedtuple does, for the rule's name
    facts["looks_at"] = _FAULTS_OF + of
    return Rule(check, severity, **facts)


Source = Literal["front matter", "illustrations", "schema", "outline"]

_FAULTS_OF = "faults of the "

OF_THE_SITE = "the site"
"""What rules about several articles look at: they see the records of all, and no article has it."""

_FAULTS: Mapping[str, Callable[[Article, Context], Sequence[Fault]]] = MappingProxyType(
    {
        "front matter": lambda article, _: article.front_matter.faults if article.front_matter else (),
        "illustrations": lambda article, _: [fault for item in article.illustrations for fault in item.faults],
        "schema": lambda _, context: context.violations,
        "outline": lambda _, context: context.deviations,
    }
)

PARTS: Mapping[str, Callable[[Article], object]] = MappingProxyType(
    {
        "code": lambda article: article.body.code_blocks,
        "comments": lambda article: article.body.comments,
        "definitions": lambda article: article.body.definitions,
        "front matter": lambda article: article.front_matter,
        "headings": lambda article: article.body.headings,
        "illustrations": lambda article: article.illustrations,
        "images": lambda article: article.body.images,
        "links": lambda article: article.body.links,
        "links and tags": lambda article: article.body.links or article.body.masks,
        "metadata blocks": lambda article: article.blocks,
        "paragraphs": lambda article: article.body.paragraphs,
        "pictures": lambda article: article.body.images or article.illustrations,
        "special characters": lambda article: article.special_characters,
        "suppressions": read_suppressions,
        "tags": lambda article: article.metadata.tag_field,
        "undefined references": lambda article: article.body.undefined_references,
    }
)
"""The parts of an article that a rule can look at."""


def finder(part: str) -> Callable[[Article, Context], object]:
    """Return what finds in an article what a rule looks at: one of `PARTS`, a field, or faults for the rule to report.

    What it returns is true if there is any.
    """
    if part == OF_THE_SITE:
        return lambda *_: None
    if part in PARTS:
        look = PARTS[part]
        return lambda article, _: look(article)
    if part.startswith(_FAULTS_OF):
        return _FAULTS[part.removeprefix(_FAULTS_OF)]
    return (lambda article, _: article.metadata.get(part)) if part else (lambda *_: True)
