"""The rules that nearly all articles break, of a site or of one kind: they say nothing about any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lintarticle.problem import Problem, Severity
from lintarticle.record import NamedTuple
from lintarticle.survey.traits import Traits

NOISE = 0.8
"""A rule that at least this share of the articles break says nothing about any of them."""

FEWEST_OF_KIND = 5
"""With fewer articles of a kind, what they break says nothing about it: our own figure."""

_FEWEST_TEXTS = 10
"""A site with this many articles that have text instead of a list can cope with it: our own figure."""


class Quieted(NamedTuple):
    """A rule that is turned off or only informs because most articles break it, with the figures."""

    rule: str
    level: str
    broken: int
    total: int


_NONE = {
    "tags/missing": "tags",
    "excerpt/missing": "excerpt",
    "illustrations/missing": "picture",
    "title/missing": "title",
    "front-matter/missing": "front matter",
}
"""What is missing in the articles that break a rule."""


def quiet_reason(each: Quieted) -> str:
    """Return why a rule is turned off."""
    verb = f"have no {_NONE[each.rule]}" if each.rule in _NONE else "break it"
    return f"{each.broken:,} of {each.total:,} articles {verb}"


def quieted(problems: Mapping[str, Sequence[Problem]]) -> Iterator[Quieted]:
    """Yield the rules that nearly all articles break; what readers see broken is still reported."""
    counts = Counter(rule for found in problems.values() for rule in {(p.rule) for p in found})
    worst = {p.rule: p.severity for found in problems.values() for p in found}
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count < NOISE * len(problems) or count < 2:
            break
        if rule == "file/unreadable":
            continue
        is_broken = worst[rule] is Severity.ERROR and not rule.endswith("/missing")
        yield Quieted(rule, "info" if is_broken else "off", count, len(problems))


def text_for_lists(typical: Sequence[Traits], problems: Mapping[str, Sequence[Problem]]) -> str:
    """Return why a site may use text where its platform expects a list: nearly all of its articles do."""
    broken = [each for each in typical if any(p.rule == "schema/type" for p in problems[each.path])]
    for key in ("tags", "categories"):
        total = sum(key in article.values for article in typical)
        count = sum(key in article.values and article.values[key].kind == "string" for article in broken)
        if count >= max(_FEWEST_TEXTS, NOISE * total):
            return f"“{key}” is text in {count:,} of {total:,} articles"
    return ""


def left(found: Iterable[Problem], quiet: Iterable[Quieted]) -> list[Problem]:
    """Return problems without those of rules that are turned off, and with those of lowered rules as information."""
    off = {each.rule: each.level for each in quiet}
    return [p._replace(severity=Severity.INFO) if p.rule in off else p for p in found if off.get(p.rule) != "off"]
