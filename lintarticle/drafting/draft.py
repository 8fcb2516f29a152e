"""A new article: its path, its front matter with what is known and placeholders for the rest, its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time

from lintarticle.article.editing.writing import Value
from lintarticle.config.configuration import ArticleType, Configuration
from lintarticle.config.settings import Settings
from lintarticle.drafting.body import skeleton
from lintarticle.drafting.key_values import NEARLY_ALL, KeyValues, MomentForm, flat
from lintarticle.drafting.metadata import Given, Manner, written_front_matter
from lintarticle.drafting.names import ASCII_PLATFORMS, FilePlace, place_by_pattern, slug_from
from lintarticle.drafting.samples import Habits, Observed
from lintarticle.drafting.values import TODO, GivenValue, meant_by, role_of
from lintarticle.record import NamedTuple
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.specs import is_strict, specs_of

_RARELY = 0.1
"""A field in no more than this share of the articles is not used on the site, even if the rules ask for it."""


class Wanted(NamedTuple):
    """What is asked for: the title, the settings given with `--set`, the slug or "" for the title's, and the time."""

    title: str
    given: tuple[GivenValue, ...] = ()
    slug: str = ""
    now: datetime = datetime(2024, 5, 14, 9, 30, tzinfo=UTC)


class Demands(NamedTuple):
    """What is asked of the articles of a type: its settings, its fields, and whether it allows no others."""

    settings: Settings
    specs: Mapping[str, FieldSpec] = {}
    kind: ArticleType | None = None
    strict: bool = False

    @classmethod
    def of(cls, configuration: Configuration, kind: ArticleType | None, path: str) -> Demands:
        """Return what a configuration asks of an article at a path that has a type, or none."""
        settings = configuration.settings_for(path)
        settings = next((each.settings for each in settings.candidates if kind and each.name == kind.name), settings)
        contract = kind.contract if kind else None
        return cls(settings, specs_of(contract), kind, is_strict(contract))

    def spec_at(self, place: Sequence[str]) -> FieldSpec | None:
        """Return the field to which some keys lead, None if it is unknown."""
        fields: Mapping[str, FieldSpec] = self.specs
        spec = None
        for part in place:
            spec = fields.get(part)
            fields = spec.fields if spec else {}
        return spec


def conditions_of(demands: Demands) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Yield what the front matter must say for an article to have its type: the keys, and the value."""
    for name, wanted in (demands.kind.where if demands.kind else {}).items():
        if "false" not in wanted:
            place = tuple(name.split("."))
            yield place, meant_by(wanted[0], demands.spec_at(place))


class Draft:
    """One new article on a site with these habits."""

    def __init__(self, wanted: Wanted, habits: Habits, demands: Demands) -> None:
        self._wanted = wanted
        self._habits = habits
        self._demands = demands
        self._settings, self._specs, self._kind, self._strict = demands
        self._given = {setting.place: setting.text for setting in wanted.given}
        self._moment = self._given_moment() or wanted.now
        slugger = self._settings.site.slugger
        language = self._given.get(("lang",), "")
        style = habits.name_style(ascii_by_default=slugger in ASCII_PLATFORMS, language=language)
        style = style.on(slugger)
        unnamed = _kind_name(self._kind)
        self.slug = wanted.slug or self._given_slug() or slug_from(wanted.title, style, made_up=unnamed)
        rule = self._settings.options.get("metadata/slug-format")
        self._values = KeyValues(
            wanted.title,
            wanted.slug or wanted.title,
            unnamed,
            self.slug,
            self._moment,
            style,
            unicode=bool(getattr(rule, "unicode", False)),
            is_json=habits.format == "json",
        )

    # --- where it goes -----------------------------------------------------------------------------------------

    def path(self) -> str:
        """Return its path, relative to the configuration."""
        place = self._place()
        number = self._habits.next_number(place.folder)
        path = place.path(self.slug, self._moment, number)
        patterns = self._kind.files if self._kind else None
        if patterns and not patterns.match(path):
            own = place_by_pattern(patterns.patterns)
            path = own.path(self.slug, self._moment, number) if own else path
        return path

    def _place(self) -> FilePlace:
        if self._habits.place:
            return self._habits.place
        place = place_by_pattern(self._kind.files.patterns) if self._kind else None
        place = place or _PLACES.get(self._settings.site.slugger) or FilePlace("", "{slug}", ".md")
        is_dated = place.folder.endswith("_posts") and self._settings.site.slugger == "kramdown"
        return place._replace(name="{Y}-{m}-{d}-{slug}") if is_dated and place.name == "{slug}" else place

    # --- what it says ------------------------------------------------------------------------------------------

    def text(self, *, mdx: bool = False) -> str:
        """Return the whole article."""
        values = self.values()
        block = self._habits.block
        if block:
            there = {"title"} if self._habits.has_heading else set()
            values = {
                key: value
                for key, value in values.items()
                if role_of(key) not in there and not block.label(key, role_of(key))
            }
        front_matter = written_front_matter(values, self._manner())
        heading = self._wanted.title if self._habits.has_heading or not values else ""
        has_opening = self._habits.has_opening or not self._settings.outline
        body = skeleton(self._settings.outline, heading, opens=has_opening, mdx=mdx)
        body = block.added_to(body, self._value_in_block) if block else body
        return f"{front_matter}\n{body}" if front_matter else body

    def values(self) -> dict[str, Given]:
        """Return the front matter: the site's keys in its order, then what the contract and the rules ask for."""
        values: dict[str, Given] = {}
        for key in self._habits.keys if self._habits.has_front_matter else ():
            if self._is_wanted(key):
                values[key.name] = self._values.of(key.name, self._specs.get(key.name), key)
        for name, spec in self._specs.items():
            if spec.deprecated or self._is_there(name, spec, values):
                continue
            if spec.required or self._is_asked_for(spec, values) or self._is_basic(name):
                values[self._key_of(name, spec)] = self._values.of(name, spec)
        if not self._strict and self._habits.has_front_matter:
            self._add_basics(values)
        for place, wanted in conditions_of(self._demands):
            put(values, place, wanted)
        for place, text in self._given.items():
            is_list = ".".join(place) in _lists_in(values)
            put(values, place, meant_by(text, self._demands.spec_at(place) or (FieldSpec("list") if is_list else None)))
        return values

    def _is_wanted(self, key: Observed) -> bool:
        spec = self._specs.get(key.name)
        if spec is not None and (spec.required or spec.deprecated):
            return not spec.deprecated
        if self._strict and spec is None and not any(key.name in each.names for each in self._specs.values()):
            return False
        is_usual = role_of(key.name) in ("title", "date", "excerpt", "tags", "draft", "slug")
        return key.share >= (0.5 if is_usual else NEARLY_ALL)

    def _is_there(self, name: str, spec: FieldSpec, values: Mapping[str, Given]) -> bool:
        names = spec.names or (name,)
        return any(each in values for each in names) or (
            not spec.names
            and bool(role_of(name))
            and any(role_of(key) == role_of(name) for key in values)
            and name not in [key.name for key in self._habits.keys]
            and name not in _many_of(role_of(name), self._specs)
        )

    def _is_asked_for(self, spec: FieldSpec, values: Mapping[str, Given]) -> bool:
        """Whether another field makes one required."""
        for other, wanted in spec.required_if.items():
            there = values.get(other)
            if there not in (None, TODO) and (not wanted or there in wanted):
                return True
        return False

    def _is_basic(self, name: str) -> bool:
        return not self._habits.keys and role_of(name) in ("title", "date", "excerpt", "tags")

    def _key_of(self, name: str, spec: FieldSpec) -> str:
        return spec.names[0] if spec.names else name

    def _add_basics(self, values: dict[str, Given]) -> None:
        """Add the fields that rules ask for and that no key represents yet."""
        there = {role_of(key) for key in values} | {role for key in values.values() for role in _roles_in(key)}
        there |= {
            role_of(name) for spec in self._specs.values() if set(spec.names) & set(values) for name in spec.names
        }
        active = {each.rule.name for each in self._settings.rules if each.severity.label == "error"}
        for role in ("title", "date", "excerpt", "tags"):
            is_asked_for = role == "title" or f"{role}/missing" in active or (role == "date" and not self._habits.keys)
            if role in there or not is_asked_for or (role == "date" and "{Y}" in "".join(self._place())):
                continue
            if self._habits.keys and not self._habits.has_role(role, _RARELY):
                continue
            if role == "title" and self._habits.has_heading:
                continue
            names = self._settings.reading.fields.get(role) or (role,)
            put(values, tuple(names[0].split(".")), self._values.of(names[0], None))

    def _value_in_block(self, field: str, label: str) -> str:
        """Return the value of a field under a label in a metadata block, or "" if the writer has to give it."""
        for place, text in self._given.items():
            name = ".".join(place)
            if name in (label, field) or (field and role_of(name) == field):
                return text
        if field == "title":
            return self._wanted.title
        if field == "date":
            return MomentForm().written(self._moment)
        return self.slug if field == "slug" else ""

    def _given_moment(self) -> datetime | None:
        """Return the date that `--set` gives, which the name of the file follows."""
        text = next((text for place, text in self._given.items() if role_of(".".join(place)) == "date"), "")
        value = meant_by(text, None) if text else None
        if isinstance(value, datetime):
            return value if value.tzinfo else value.astimezone()
        return datetime.combine(value, time(), self._wanted.now.tzinfo) if isinstance(value, date) else None

    def _given_slug(self) -> str:
        return next((text for place, text in self._given.items() if role_of(".".join(place)) == "slug"), "").strip("/")

    def _manner(self) -> Manner:
        habits = self._habits
        quotes = {key.name: key.quote for key in habits.keys if key.quote}
        lists = {key.name: key.brackets for key in habits.keys if key.kind == "list"}
        opening = closing = "---"
        if habits.model and habits.model.opening.start == habits.model.opening.end:
            opening = ""
        return Manner(habits.format, habits.quote, quotes, lists, habits.brackets, habits.list_indent, opening, closing)


_PLACES: Mapping[str, FilePlace] = {
    "docusaurus": FilePlace("blog", "{Y}-{m}-{d}-{slug}", ".md"),
    "hexo": FilePlace("source/_posts", "{slug}", ".md"),
    "hugo": FilePlace("content/posts", "{slug}", ".md"),
    "kramdown": FilePlace("_posts", "{Y}-{m}-{d}-{slug}", ".md"),
    "mkdocs": FilePlace("docs/blog/posts", "{slug}", ".md"),
    "pelican": FilePlace("content", "{slug}", ".md"),
    "zenn": FilePlace("articles", "{slug}", ".md"),
    "zola": FilePlace("content", "{slug}", ".md"),
}
"""Where platforms, by their sluggers, keep articles, for a site without articles."""


def _kind_name(kind: ArticleType | None) -> str:
    return re.sub(r"[^a-z0-9]+", "-", kind.name.lower()).strip("-") or "article" if kind else "article"


def _many_of(role: str, specs: Mapping[str, FieldSpec]) -> list[str]:
    """Return the fields of a contract that have one role, where there are several of them."""
    names = [name for name in specs if role_of(name) == role]
    return names if len(names) > 1 else []


def _roles_in(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield role_of(str(key))
            yield from _roles_in(each)


def _lists_in(values: Mapping[str, object], above: str = "") -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, list):
            yield above + key
        elif isinstance(value, Mapping):
            yield from _lists_in(value, f"{above}{key}.")


def put(values: dict[str, Given], place: Sequence[str], value: Given) -> None:
    """Put a value where its keys lead, creating the groups of keys in between."""
    first, *rest = place
    if not rest:
        values[first] = value
        return
    there = values.get(first)
    inner: dict[str, Given] = dict(there) if isinstance(there, Mapping) else {}
    put(inner, rest, value)
    values[first] = {key: flat(each) for key, each in inner.items()}
