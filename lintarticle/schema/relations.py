"""What values have to do with others: fields that need or rule out each other, files and articles that must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lintarticle.article.article import Article
from lintarticle.article.editing import rename_key
from lintarticle.article.markdown.targets import HEADER, climbs_out, local_target, pixel_size
from lintarticle.article.metadata.dates import is_before
from lintarticle.article.metadata.spelling import proper_slug
from lintarticle.article.values import Entry, Fault, Node
from lintarticle.problem import Fix, Related
from lintarticle.record import NamedTuple
from lintarticle.rule import Context
from lintarticle.schema import faults
from lintarticle.schema.contract import Place, called
from lintarticle.schema.field_spec import NO_LIMITS, TEXT_TYPES, FieldSpec, ImageLimits, is_empty, meant
from lintarticle.schema.sentences import shown
from lintarticle.schema.vocabulary import vocabulary_at
from lintarticle.source import Span
from lintarticle.wording import capitalised

Entries = Mapping[str, Entry]
Values = Mapping[str, object]


class Group(NamedTuple):
    """The fields of the front matter, or of a mapping in it: `place`, `node` and `key` are those of the mapping."""

    entries: Entries
    values: Values
    place: Place = ()
    node: Node | None = None
    key: Span = Span(0, 0)


def between_fields(article: Article, fields: Mapping[str, FieldSpec], group: Group) -> Iterator[Fault]:
    """Yield the faults of the fields of one group, and of the groups in their values."""
    for name, spec in fields.items():
        if not spec.speaks_of_others:
            continue
        entry = group.entries.get(name)
        if name not in group.values:
            yield from _required_if(article, name, spec, group)
        if entry is None:
            continue
        yield from _not_with(name, spec, group.entries, group.values)
        yield from _order(name, spec, group.entries, group.values)
        yield from _deprecated(article, spec, entry, fields, group.entries)
        yield from _inside(article, spec, entry.value, (*group.place, entry.key.text), entry.key.span)


def _inside(article: Article, spec: FieldSpec, node: Node, place: Place, key: Span) -> Iterator[Fault]:
    """Yield the faults inside a value: groups of keys, items of lists."""
    if spec.type == "object" and node.kind == "mapping":
        entries = {entry.key.text: entry for entry in node.entries if entry.key.text in spec.fields}
        values = {
            name: meant(entry.value, spec.fields[name]) for name, entry in entries.items() if not is_empty(entry.value)
        }
        yield from between_fields(article, spec.fields, Group(entries, values, place, node, key))
    elif spec.type == "list":
        for index, item in enumerate(node.items if spec.items else ()):
            yield from _inside(article, spec.items or spec, item, (*place, index), item.span)
        if spec.unique:
            yield from _doubles(node, called((*place, 0)))


def _required_if(article: Article, name: str, spec: FieldSpec, group: Group) -> Iterator[Fault]:
    for other, wanted in spec.required_if.items():
        why = _reason(other, group.values[other], wanted) if other in group.values else ""
        if why and group.node:
            yield faults.missing_inside(article, (*group.place, name), group.node, group.key, why=why)
        elif why:
            yield faults.missing(article, name, group.entries.get(name), why=why)
        if why:
            return


def _reason(other: str, value: object, wanted: tuple[object, ...]) -> str:
    """Say why the value of another field makes one required, "" where it does not; of a list, one item is enough."""
    if not wanted:
        return f"; required with “{other}”"
    if isinstance(value, list):
        found = next((shown(item) for item in value if item in wanted), "")
        return f"; required if “{other}” contains {found}" if found else ""
    return f"; required if “{other}” is {shown(value)}" if value in wanted else ""


def _not_with(name: str, spec: FieldSpec, entries: Entries, values: Values) -> Iterator[Fault]:
    for other in spec.not_with:
        if name in values and other in values:
            key, other_key = entries[name].key, entries[other].key
            sentence = f"“{key.text}” and “{other_key.text}” can’t be used together; keep one of them."
            yield Fault("value", key.span, sentence, related=(Related(other_key.span, f"“{other_key.text}” is here."),))


def _order(name: str, spec: FieldSpec, entries: Entries, values: Values) -> Iterator[Fault]:
    here = values.get(name)
    for other, word in ((spec.before, "before"), (spec.after, "after")):
        there = values.get(other) if other else None
        if not isinstance(here, date) or not isinstance(there, date):
            continue
        earlier, later = (here, there) if word == "before" else (there, here)
        if is_before(later, earlier):
            entry, compared = entries[name], entries[other]
            sentence = (
                f"“{entry.key.text}” is {entry.value.text}; expected a date {word} “{compared.key.text}”, "
                f"which is {compared.value.text}."
            )
            related = (Related(compared.value.span, f"“{compared.key.text}” is here."),)
            yield Fault("value", entry.value.span, sentence, related=related)


def _deprecated(
    article: Article, spec: FieldSpec, entry: Entry, fields: Mapping[str, FieldSpec], entries: Entries
) -> Iterator[Fault]:
    if not spec.deprecated:
        return
    message = spec.deprecated.strip().rstrip(".")
    name = message.removeprefix("use ").strip("“”\"'` ")
    is_free = name in fields and name not in entries
    edits = rename_key(article, entry, name) if is_free else ()
    fix = Fix(f"Rename the key to “{name}”", edits, "unsafe") if edits else None
    yield Fault("unknown-key", entry.key.span, f"“{entry.key.text}” is no longer used: {message}.", "", fix)


def _doubles(node: Node, name: str) -> Iterator[Fault]:
    """Yield the items that are in a list a second time."""
    first: dict[str, Node] = {}
    for item in node.items:
        key = repr(item.value)
        if key in first:
            sentence = f"{capitalised(name)} is listed twice: {shown(item.value)}."
            yield Fault("value", item.span, sentence, related=(Related(first[key].span, "The first one is here."),))
        first.setdefault(key, item)


# --- values that name something that must exist ----------------------------------------------------------------------


_SUFFIXES = ("", ".md", ".mdx", "/index.md", "/index.mdx", "/_index.md")


def references(
    article: Article, context: Context, fields: Mapping[str, FieldSpec], entries: Mapping[str, Entry]
) -> Iterator[Fault]:
    """Yield a fault for every value that names nothing. Raises `DataFileError` for a list that can't be read."""
    for name, field in fields.items():
        entry = entries.get(name)
        for spec, node, place in _texts(field, entry.value, (entry.key.text,)) if entry else ():
            yield from _reference(article, context, spec, node, called(place))


def _texts(spec: FieldSpec, node: Node, place: Place) -> Iterator[tuple[FieldSpec, Node, Place]]:
    """Yield every text of a field with its specification, including texts in lists and groups."""
    if spec.type == "list" and spec.items and node.kind == "list":
        for index, item in enumerate(node.items):
            yield from _texts(spec.items, item, (*place, index))
    elif spec.type == "object" and node.kind == "mapping":
        for entry in node.entries:
            if entry.key.text in spec.fields:
                yield from _texts(spec.fields[entry.key.text], entry.value, (*place, entry.key.text))
    elif spec.type in TEXT_TYPES and not is_empty(node) and node.kind not in ("boolean", "list", "mapping"):
        yield spec, node, place


def _reference(article: Article, context: Context, spec: FieldSpec, node: Node, name: str) -> Iterator[Fault]:
    if spec.source:
        yield from _in_list(article, context, spec.source, node, name)
    if spec.type == "image":
        yield from _in_files(article, context, node, name, "image")
        yield from image_faults(article, context, spec.image, node, name)
    elif spec.type == "file":
        yield from _in_files(article, context, node, name, "file")
    elif spec.type == "article" and not spec.source:
        yield from _among_articles(article, context, node, name)


def _in_list(article: Article, context: Context, source: str, node: Node, name: str) -> Iterator[Fault]:
    vocabulary = vocabulary_at(context.files, source)
    if vocabulary is None or node.text in vocabulary:
        return
    path = source.partition("#")[0]
    meant = vocabulary.meant_by(node.text)
    if meant and meant.deprecated:
        instead = f": use “{meant.replacement}”" if meant.replacement else ""
        sentence = f"{capitalised(name)} is {shown(node.text)}, which {path} marks as no longer used{instead}."
        yield faults.dangling(article, node, sentence, meant.replacement, names_nearest=True)
        return
    nearest = meant.name if meant else vocabulary.nearest(node.text)
    yield faults.dangling(article, node, f"{capitalised(name)} is {shown(node.text)}, which is not in {path}.", nearest)


def _in_files(article: Article, context: Context, node: Node, name: str, thing: str) -> Iterator[Fault]:
    target = local_target(node.text)
    if not target or climbs_out(article.path, target) or context.files.exists(article.path, target):
        return
    yield faults.dangling(article, node, f"{capitalised(name)} is {shown(node.text)}, but no such {thing} exists.")


def _among_articles(article: Article, context: Context, node: Node, name: str) -> Iterator[Fault]:
    """Look for another article by its path, its file name, its slug, or the name that its slug is made of."""
    target = local_target(node.text).strip()
    names = context.files.article_names()
    bare = target.strip("/")
    if not bare or names is None or bare in names or bare.rpartition("/")[2] in names:
        return
    if any(proper_slug(node.text, unicode=unicode) in names for unicode in (False, True)):
        return
    if context.files.exists_any(article.path, (target.rstrip("/") + suffix for suffix in _SUFFIXES)):
        return
    yield faults.dangling(
        article, node, f"{capitalised(name)} is {shown(node.text)}, but no article has this path or slug."
    )


_TOLERANCE = 0.02
"""How far a shape may be off, as a share of it: room for rounding to whole pixels. Our own figure."""


def image_faults(article: Article, context: Context, limits: ImageLimits, node: Node, name: str) -> Iterator[Fault]:
    """Yield what a local image breaks of its limits; one that can't be read is another rule's."""
    target = local_target(node.text)
    if limits == NO_LIMITS or not target:
        return
    path = context.files.path_of(article.path, target)
    data = context.files.read(article.path, target, HEADER)
    if not path or not data:
        return
    weight = path.stat().st_size
    if limits.max_weight is not None and weight > limits.max_weight:
        found = f"an image of {_weight(weight)}"
        yield faults.unfit(article, name, node, found=found, expected=f"expected at most {_weight(limits.max_weight)}")
    width, height = pixel_size(data)
    if width <= 0 or height <= 0:
        return
    found, is_drawing = f"{width} × {height} pixels", target.casefold().endswith(".svg")
    too_narrow, too_low = width < (limits.min_width or 0), height < (limits.min_height or 0)
    if (too_narrow or too_low) and not is_drawing:
        yield faults.unfit(article, name, node, found=found, expected=f"expected {_least(limits)}")
    if limits.ratio and abs(width / height - limits.ratio) > limits.ratio * _TOLERANCE:
        expected = f"expected {limits.ratio:.3g} times as wide as high, not {width / height:.3g}"
        yield faults.unfit(article, name, node, found=found, expected=expected)


def _least(limits: ImageLimits) -> str:
    if limits.min_width and limits.min_height:
        return f"at least {limits.min_width} × {limits.min_height}"
    return f"at least {limits.min_width or limits.min_height} pixels {'wide' if limits.min_width else 'high'}"


def _weight(size: int) -> str:
    return f"{size / 1_000_000:.3g} MB" if size >= 1_000_000 else f"{size / 1000:.3g} kB"
