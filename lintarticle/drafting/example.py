"""An example of an article, made only from what its type asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lintarticle.article.editing.writing import Value
from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.config.settings import Settings
from lintarticle.drafting.body import example_body
from lintarticle.drafting.draft import Demands, conditions_of, put
from lintarticle.drafting.metadata import BlockModel, Given, Manner, ValueOf, written_front_matter
from lintarticle.drafting.prose import TITLE
from lintarticle.drafting.samples import Habits
from lintarticle.drafting.values import TEXTS, Names, example_values, role_of, sources_of
from lintarticle.linter import lint_source
from lintarticle.ranges import Range
from lintarticle.record import NamedTuple
from lintarticle.rule import Context
from lintarticle.schema.data_files import DataFileError
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.vocabulary import vocabulary_at
from lintarticle.source import SourceText

_MOST_TRIES = 12
"""Up to this many fields are left out because their example is reported."""


def example_article(path: str, demands: Demands, context: Context, habits: Habits) -> str:
    """Return an example of a type: every field that can have a value, every section that is asked for.

    An optional field whose value is reported (a file that must exist, say) is left out. Fields are in front matter, or
    in a block like those that other articles have.
    """
    settings = demands.settings
    context = context.replaced(site=settings.site, options=settings.options)
    names = listed_names(demands.specs.values(), context)
    basics = _basics(demands) if habits.has_front_matter else _labelled(habits.block)
    values = _values(demands, names, _wanted_tags(demands, context), basics)
    text = ""
    for _ in range(_MOST_TRIES):
        text = _text(values, settings, habits)
        problems = [
            each for each in lint_source(path, SourceText(text), settings, context) if each.severity.label != "info"
        ]
        lines = {each.start.line for each in problems}
        doubtful = [
            key for key, line in _lines_of(text, values, habits.block) if line in lines and not _is_needed(key, demands)
        ]
        if not doubtful:
            break
        values = {key: value for key, value in values.items() if key not in doubtful}
    return text


def _text(values: Mapping[str, Given], settings: Settings, habits: Habits) -> str:
    block, has_heading = habits.block, habits.has_heading and not habits.has_front_matter
    body = example_body(settings.outline, picture="cover" not in set(_roles(values)))
    body = f"# {TITLE}\n\n{body}" if has_heading else body
    outside = {
        key: value
        for key, value in values.items()
        if not (block and block.label(key, role_of(key))) and not (has_heading and role_of(key) == "title")
    }
    body = block.added_to(body, _values_in_block(values)) if block and len(outside) < len(values) else body
    front_matter = written_front_matter(outside, Manner(format_asked(settings)))
    return f"{front_matter}\n{body}" if outside or habits.has_front_matter else body


def _values_in_block(values: Mapping[str, Given]) -> ValueOf:
    def value_of(field: str, label: str) -> str | None:
        own = (value for key, value in values.items() if key in (label, field) or (field and role_of(key) == field))
        value = next(own, TITLE if field == "title" else None)
        if value is None or isinstance(value, Mapping):
            return None
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

    return value_of


def format_asked(settings: Settings) -> FrontMatterFormat:
    """Return the format of front matter on a site: YAML, unless it reads or allows another one only."""
    options = next((each.options for each in settings.rules if each.rule.name == "front-matter/missing"), None)
    formats: tuple[FrontMatterFormat, ...] = getattr(options, "formats", ())
    return "headers" if settings.reading.headers else "yaml" if "yaml" in formats or not formats else formats[0]


def listed_names(specs: Iterable[FieldSpec], context: Context) -> Names:
    """Return the names in the files that fields refer to; a file that can't be read has none."""
    return {source: _names_in(source, context) for source in sources_of(specs)}


def listed_tags(source: str, context: Context) -> tuple[str, ...]:
    """Return the names in a file, or none if no file is given."""
    return _names_in(source, context) if source else ()


def _names_in(source: str, context: Context) -> tuple[str, ...]:
    try:
        vocabulary = vocabulary_at(context.files, source)
    except DataFileError:
        return ()
    return vocabulary.names if vocabulary else ()


class _Tags(NamedTuple):
    """What the rules ask of tags: one of these names (any if there are none), and how many."""

    names: tuple[str, ...]
    amount: Range

    def of(self, name: str, spec: FieldSpec) -> FieldSpec:
        """Return a field, one for tags with what the rules ask of them."""
        if role_of(name) != "tags" or spec.type not in ("list", "any"):
            return spec
        items = spec.items or FieldSpec("string")
        if self.names and not items.source:
            items = replace(items, source=_TAGS)
        return replace(spec, type="list", items=items, count=spec.count or self.amount)


def _wanted_tags(demands: Demands, context: Context) -> _Tags:
    options = {each.rule.name: each.options for each in demands.settings.rules}
    listed, counted = options.get("tags/vocabulary"), options.get("tags/count")
    names = (*getattr(listed, "values", ()), *listed_tags(str(getattr(listed, "file", "")), context))
    least, most = getattr(counted, "min", None) or 1, getattr(counted, "max", None)
    return _Tags(names, Range(max(least, 1) if names and len(names) < 3 else min(max(least, 3), most or 3), most))


def _values(demands: Demands, names: Names, tags: _Tags, basics: Mapping[str, FieldSpec]) -> dict[str, Given]:
    names = {**names, _TAGS: tags.names}
    specs = {spec.names[0] if spec.names else name: spec for name, spec in demands.specs.items()}
    specs = {name: tags.of(name, spec) for name, spec in specs.items()}
    values: dict[str, Given] = dict(example_values(specs, names))
    if not demands.strict:
        there = set(_roles(values))
        for role, spec in basics.items():
            if role not in there:
                key = (demands.settings.reading.fields.get(role) or (role,))[0]
                basic = {key: tags.of(key, spec)}
                for name, value in example_values(basic, names).items():
                    put(values, tuple(name.split(".")), value)
    for place, value in conditions_of(demands):
        put(values, place, value)
    return values


_TAGS = "the site’s tags"
"""The name under which the tags that a rule allows are known to fields."""


_BASICS: Mapping[str, FieldSpec] = {
    "title": FieldSpec("string"),
    "date": FieldSpec("date"),
    "excerpt": FieldSpec("string", length=Range(50, 150)),
    "tags": FieldSpec("list", items=FieldSpec("string")),
}
"""What an article has on any site, even if its contract does not mention it."""


_MISSING = {"excerpt": "excerpt/missing", "tags": "tags/missing"}
"""The rules that ask for what an article has on any site."""


def _basics(demands: Demands) -> dict[str, FieldSpec]:
    """Return the fields that an article has besides those of its contract."""
    active = {each.rule.name for each in demands.settings.rules}
    return {
        role: spec
        for role, spec in _BASICS.items()
        if role == "title" or (_MISSING[role] in active if role in _MISSING else not demands.specs)
    }


def _labelled(block: BlockModel | None) -> dict[str, FieldSpec]:
    """Return our fields for which a block has labels, if there are examples of them."""
    fields = (
        [entry.field for entry in block.block.entries if entry.field in TEXTS or entry.field in _BASICS]
        if block
        else []
    )
    return {field: _BASICS.get(field, FieldSpec()) for field in fields}


def _roles(values: Mapping[str, Given]) -> Iterator[str]:
    for key, value in values.items():
        yield role_of(key)
        if isinstance(value, Mapping):
            inner: Mapping[str, Value] = value
            yield from (role_of(f"{key}.{each}") or role_of(each) for each in inner)


def _lines_of(text: str, values: Mapping[str, Given], block: BlockModel | None) -> Iterator[tuple[str, int]]:
    """Yield each key at the margin of front matter, or in a block, for every line that it takes."""
    if block:
        labels = {key: block.label(key, role_of(key)) for key in values}
        yield from ((key, number) for number, line in enumerate(text.splitlines(), 1)
                    for key, label in labels.items() if label and label in line)  # fmt: skip
        return
    key = ""
    for number, line in enumerate(text.splitlines(), 1):
        if number > 1 and line in ("---", "+++"):
            return
        name = re.split(r" *[:=]", line.strip("[]"), maxsplit=1)[0].strip("\"'")
        if line[:1].strip() and name in values:
            key = name
        if key:
            yield key, number


def _is_needed(key: str, demands: Demands) -> bool:
    spec = next((each for name, each in demands.specs.items() if key in (name, *each.names)), None)
    return role_of(key) in _BASICS if spec is None else spec.required
