"""What a configuration comes to for one article: frozen, picklable, and all that a lint run may depend on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from lintarticle.article.article_reader import Reading
from lintarticle.problem import Severity
from lintarticle.record import Record
from lintarticle.rule import Options, Rule, Site

if TYPE_CHECKING:  # only articles of a type have them
    from lintarticle.outline.outline import Outline
    from lintarticle.schema.contract import Contract

Drafts = Literal["error", "warn", "skip"]
"""What becomes of the errors of a draft: they stay, they are warnings, the draft is not looked at."""


FixSetting = Literal["safe", "unsafe", "never"]
"""What a configuration makes of the fixes of a rule; `never`: it offers none."""


class ActiveRule(NamedTuple):
    """A rule that runs, with the severity of its problems and its options in force.

    `fix` is what the configuration says of its fixes, None where each counts as the rule itself marks it.
    """

    rule: Rule
    severity: Severity
    options: Options
    fix: FixSetting | None = None


class Settings(Record):
    """How one article is read and which rules look at it.

    `rules` is in documentation order. `options` holds those of every rule that a configuration touched, running
    or not, for rules that ask what another one allows. `type` is the article's type, "" for none; `contract` and
    `outline` are what it asks for. `candidates` are the types among which the article itself has a say, for instance
    by its key `type_key`. `schemas_in_articles`: an article may name its own JSON Schema.
    """

    reading: Reading = Reading()
    site: Site = Site()
    drafts: Drafts = "warn"
    rules: tuple[ActiveRule, ...] = ()
    options: Mapping[str, Options] = MappingProxyType({})
    contract: Contract | None = None
    outline: Outline | None = None
    type: str = ""
    candidates: tuple[Candidate, ...] = ()
    type_key: str = "type"
    schemas_in_articles: bool = False


class Candidate(NamedTuple):
    """A type that an article may turn out to have, and the settings that it then has.

    `place` is where the type stands, as `file:line`. `fits_path`: its files take the article in. `where` maps
    front matter keys to the values of which each must have one.
    """

    name: str
    place: str
    fits_path: bool
    where: Mapping[str, tuple[str, ...]]
    settings: Settings
