"""The settings for one article, from all layers of a configuration.

Settings are declared by an annotation with a `Setting` in the class that uses them: `HOLDERS` are these classes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_type_hints

from lintarticle.article.article_reader import ArticleReader, Reading
from lintarticle.config.layer import FixSetting, Layer
from lintarticle.pictures import Pictures
from lintarticle.problem import Severity
from lintarticle.record import NamedTuple, Record
from lintarticle.rule import OF_THE_SITE, Article, Context, Options, Rule, Site, finder
from lintarticle.setting import Setting
from lintarticle.signs import Signs

if TYPE_CHECKING:  # only articles of a type have them
    from lintarticle.outline.outline import Outline
    from lintarticle.schema.contract import Contract

Drafts = Literal["error", "warn", "skip"]
"""How the errors of a draft are treated: they stay, they are warnings, the draft is not looked at."""

# --- the result ----------------------------------------------------------------------------------------------


class ActiveRule(NamedTuple):
    """A rule that runs, with the severity of its problems and the options that were set, or None.

    `fix` is what the configuration says of its fixes, None if each counts as the rule itself marks it.
    """

    rule: Rule
    severity: Severity
    own_options: Options | None = None
    fix: FixSetting | None = None

    @property
    def options(self) -> Options:
        """The options in force."""
        return self.own_options or self.rule.defaults


class Handling(Record):
    """How the linter itself handles an article."""

    drafts: Annotated[Drafts, Setting("How errors in a draft are treated.")] = "warn"
    schemas_in_articles: Annotated[bool, Setting("Articles may name their own JSON Schema with the key `$schema`.")] = (
        False
    )


class Settings(Handling):
    """How one article is read and which rules look at it: frozen, picklable, all that a run may depend on.

    `rules` is in documentation order. `options` holds those of every rule that a configuration touched, running
    or not, for rules that ask what another one allows. `type` is the article's type, or ""; `contract` and
    `outline` are what it asks for. `candidates` are the types among which the article itself chooses, for instance
    by its key `type_key`. `own_rules` are all rules of the site's plugins, running or not; `left_out` the families of
    plugins that are not loaded.
    """

    reading: Reading = Reading()
    site: Site = Site()
    rules: tuple[ActiveRule, ...] = ()
    options: Mapping[str, Options] = MappingProxyType({})
    contract: Contract | None = None
    outline: Outline | None = None
    type: str = ""
    candidates: tuple[Candidate, ...] = ()
    type_key: str = "type"
    own_rules: tuple[Rule, ...] = ()
    left_out: tuple[str, ...] = ()

    @cached_property
    def reader(self) -> ArticleReader:
        """What reads the articles with these settings, built once."""
        return ArticleReader(self.reading)

    @cached_property
    def rules_by_part(self) -> RulesByPart:
        """The rules by what an article must have for them to run."""
        return RulesByPart(self.rules)


class RulesByPart:
    """The rules that run, grouped by what an article must have for them, so that other rules cost nothing.

    `names` and `families` are those of the rules.
    """

    def __init__(self, rules: Sequence[ActiveRule]) -> None:
        self.names = frozenset(active.rule.name for active in rules)
        self.families = frozenset(active.rule.family for active in rules)
        by_part: dict[str, list[ActiveRule]] = {}
        for active in rules:
            if active.rule.looks_at != OF_THE_SITE:
                by_part.setdefault(active.rule.looks_at, []).append(active)
        self._groups = [(finder(part), *_by_signs(group)) for part, group in by_part.items()]

    def met_by(self, article: Article, context: Context) -> list[ActiveRule]:
        """Return the rules for which an article has what they look at, and a sign of their patterns."""
        met: list[ActiveRule] = []
        folded, written, absent = article.folded, article.text, article.absent_marks
        for find, always, by_signs in self._groups:
            if find(article, context):
                met += always
                for signs, active in by_signs:
                    if signs.are_in(folded, written, absent):
                        met += active
        return met


def _by_signs(group: Sequence[ActiveRule]) -> tuple[list[ActiveRule], list[tuple[Signs, list[ActiveRule]]]]:
    """Return the rules that look at every article, and the others by the signs that they look for."""
    by_signs: dict[tuple[str, ...], list[ActiveRule]] = {}
    for active in group:
        by_signs.setdefault(active.rule.signs, []).append(active)
    return by_signs.pop((), []), [(Signs(signs), some) for signs, some in by_signs.items()]


class Candidate(NamedTuple):
    """A type that an article may turn out to have, and the settings that it then has.

    `place` is where the type is, as `file:line`. `fits_path`: its files take the article in. `where` maps
    front matter keys to the values of which each must have one.
    """

    name: str
    place: str
    fits_path: bool
    where: Mapping[str, tuple[str, ...]]
    settings: Settings


# --- settings as declared -------------------------------------------------------------------------------------

HOLDERS: tuple[type[Record], ...] = (Handling, Site, Reading, Pictures)
"""The classes that hold settings, in documentation order."""


class Declared(NamedTuple):
    """One setting: where its value goes, and what its annotation says."""

    holder: type[Record]
    attribute: str
    type: Any
    setting: Setting

    @property
    def name(self) -> str:
        """The key alone, as a configuration spells it."""
        return self.attribute.replace("_", "-")

    @property
    def key(self) -> str:
        """The key with its table: `front-matter.code-fence`."""
        return f"{self.setting.table}.{self.name}" if self.setting.table else self.name

    @property
    def default(self) -> Any:  # noqa: ANN401 - of the type of the setting
        """The value if no layer gives one."""
        return getattr(self.holder, self.attribute)

    def of(self, settings: Settings) -> Any:  # noqa: ANN401 - of the type of the setting
        """Return the value in settings."""
        holder = {Site: settings.site, Reading: settings.reading, Pictures: settings.site.pictures}.get(
            self.holder, settings
        )
        return getattr(holder, self.attribute)


def declared() -> Iterator[Declared]:
    """Yield every setting in documentation order."""
    for holder in HOLDERS:
        for attribute, hint in get_type_hints(holder, include_extras=True).items():
            found = next((each for each in get_args(hint) if isinstance(each, Setting)), None)
            if found:
                yield Declared(holder, attribute, get_args(hint)[0], found)


def added_up(layers: Sequence[Layer], rules: tuple[ActiveRule, ...], options: Mapping[str, Options]) -> Settings:
    """Merge layers into settings, the strongest last; the rules and their options are already known."""
    parts: dict[type[Record], dict[str, Any]] = {holder: {} for holder in HOLDERS}
    given = [layer.values for layer in layers if layer.values]
    for each in declared() if given else ():
        values = [values[each.key] for values in given if each.key in values]
        if values:
            parts[each.holder][each.attribute] = _merged(values, adds=each.setting.adds)
    if "fields" in parts[Reading]:
        parts[Site]["fields"] = parts[Reading]["fields"]
    if parts[Pictures]:
        parts[Site]["pictures"] = Pictures(**parts[Pictures])
    reading, site = Reading(**parts[Reading]), Site(**parts[Site])
    return Settings(reading=reading, site=site, rules=rules, options=options, **parts[Handling])


def _merged(values: Sequence[Any], *, adds: bool) -> Any:  # noqa: ANN401 - of the type of the setting
    if isinstance(values[-1], Mapping):
        return {key: value for table in values for key, value in table.items()}
    return tuple(dict.fromkeys(item for items in values for item in items)) if adds else values[-1]
