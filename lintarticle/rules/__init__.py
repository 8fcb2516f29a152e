"""Every rule, in documentation order. A rule's module is imported when the rule runs, not when it is listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module

from lintarticle.problem import Severity
from lintarticle.rule import Findings, Options, Rule, TextPattern
from lintarticle.rule_index import INDEX

FAMILIES = {
    "file": "unreadable",
    "front-matter": (
        "missing unclosed not-first bad-fence syntax not-mapping duplicate-key retyped-value impossible-date "
        "unsafe-yaml invisible-character"
    ),
    "schema": "required type value unknown-key reference",
    "metadata": (
        "block-in-body conflict alias-conflict empty placeholder slug-format slug-length slug-filename "
        "canonical-url author-format exclusive-flags"
    ),
    "title": "missing too-wide too-long markup differs-from-h1 repeated-as-h1 repeated-word shouting end-punctuation",
    "excerpt": "missing too-long over-limit too-short equals-title truncated markup separator",
    "tags": "missing count duplicate format too-long stop-word vocabulary case not-in-text",
    "illustrations": (
        "missing placement-missing placement-unknown placement-renamed placement-ambiguous placement-order "
        "field-missing type-unknown no-hero not-parsed unclosed-prompt prompt-length duplicate-prompt "
        "duplicate-file file-missing too-small not-placed gap"
    ),
    "images": (
        "placeholder alt-missing alt-filename alt-redundant alt-too-long alt-duplicate file-missing cover-size hotlink"
    ),
    "structure": (
        "multiple-h1 skipped-level empty-heading duplicate-heading bold-as-heading heading-punctuation "
        "empty-section missing-section unexpected-section section-order section-content no-intro no-headings "
        "section-length word-count stale-toc"
    ),
    "links": (
        "empty file-missing anchor-missing generic-text tracking-parameter placeholder unused-reference "
        "duplicate-reference undefined-reference insecure none-internal none-external"
    ),
    "rendering": (
        "literal-emphasis broken-link broken-heading run-on-heading accidental-heading lone-colon list-in-text "
        "accidental-list footnote unclosed-fence nested-fence fence-text broken-table lost-cells unpaired-tag "
        "unclosed-comment literal-markdown dropped-html escaped-markup unpaired-directive unknown-directive "
        "unpaired-shortcode unclosed-math amount-as-math repeated-paragraph doubled-word"
    ),
    "dates": "invalid format future updated-before-published filename-mismatch no-timezone",
    "debris": (
        "interface-text llm-markup llm-voice wrapper-fence placeholder todo lorem-ipsum encoding "
        "invisible-character conflict-marker"
    ),
    "text": "sentence-length paragraph-length flesch repeated-opening emoji-heading",
    "keyphrase": "in-title in-excerpt in-intro in-heading in-slug density",
    "site": (
        "duplicate-address duplicate-title duplicate-excerpt near-duplicate repeated-paragraph tag-spelling tag-plural "
        "tag-used-once keyphrase-reuse duplicate-cover unused-image not-in-git reference orphan field-consistency "
        "series-order translation-missing translation-drift lost-address lastmod-unchanged"
    ),
    "suppressions": "unknown-rule unused missing-reason expired",
}
"""Family → its rules. `docs/generate.py` writes what they say of themselves to `rule_index`."""


class ListedRule(Rule):
    """A built-in rule as the index lists it; whoever asks for more than that has its module imported."""

    is_own = False

    def __init__(self, name: str, facts: Mapping[str, object]) -> None:
        severity = facts["severity"]
        self.__dict__.update(signs=(), name=name)
        self.__dict__.update(facts, severity=Severity[str(severity)] if severity else None)

    def __reduce__(self) -> tuple[Callable[..., Rule], tuple[str, str]]:
        """Go elsewhere by name, without its module."""
        return _listed, (self.family, self.name.partition("/")[2])

    @property
    def module(self) -> str:
        """The name of its module."""
        return _module(self.name)

    @cached_property  # type: ignore[misc] # no field of a dataclass may be computed, but that of a record may
    def check(self) -> Callable[..., Findings]:
        """The check of its module."""
        return loaded(self).check

    @cached_property  # type: ignore[misc] # no field of a dataclass may be computed, but that of a record may
    def options(self) -> type[Options]:
        """The class of its options."""
        return loaded(self).options

    @cached_property  # type: ignore[misc] # no field of a dataclass may be computed, but that of a record may
    def patterns(self) -> tuple[TextPattern, ...]:
        """The patterns of its module."""
        return loaded(self).patterns


def loaded(rule: Rule) -> Rule:
    """Return a built-in rule as its module makes it."""
    made: Rule = import_module(rule.module).RULE
    return made


def _module(name: str) -> str:
    return f"{__name__}.{name.replace('/', '.').replace('-', '_')}"


def _listed(family: str, short_name: str) -> Rule:
    """Return a rule as the index lists it, or one that is too new for that as its module makes it."""
    name = f"{family}/{short_name}"
    if name in INDEX:
        return ListedRule(name, INDEX[name])
    made: Rule = import_module(_module(name)).RULE
    return made


ALL = tuple(_listed(family, name) for family, names in FAMILIES.items() for name in names.split())
