"""Canonical fields and the names they go by: one view of the metadata, wherever it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.markdown.body import Body
from lintarticle.article.metadata.metadata import (
    ALIASES,
    CONTAINERS,
    COVER_WORDS,
    HEADS,
    LIST_FIELDS,
    PICTURE_SIGNS,
    PLAIN_EXCERPTS,
    PLATFORM_KEYS,
    PROMPT_WORDS,
    Field,
    Metadata,
)
from lintarticle.article.values import Entry, Node, Text
from lintarticle.expression import expression
from lintarticle.languages import LANGUAGES, LATIN, language
from lintarticle.record import NamedTuple
from lintarticle.source import SourceText, Span

_FLAGS = frozenset({"draft", "published", "unlisted"})
_FLAG_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "0", "1"})
_SEPARATOR = expression(r"[,;，；、،]")

_FALLBACKS = {"title": ("seo_title", "social_title"), "excerpt": ("seo_excerpt", "social_excerpt")}
"""These replace the plain field if it is missing."""


class _Key(NamedTuple):
    """One scalar, list or mapping of the front matter under its dotted name."""

    name: str
    entry: Entry


class MetadataReader:
    """Gathers every candidate of every field; `aliases` (canonical field → names) replace the built-in lists."""

    def __init__(self, aliases: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> None:
        names = field_names(aliases)
        self._fields = tuple(names)
        self._ranks = _ranks(names)
        self._open = {field for field, own in names.items() if set(ALIASES.get(field, ())) <= set(own)}
        self._merges_excerpts = not aliases.get("seo_excerpt")

    def read(
        self, source: SourceText, front_matter: FrontMatter | None, labelled: Sequence[Field], body: Body
    ) -> Metadata:
        """Read the metadata of one article; `labelled` are the fields of its metadata blocks."""
        candidates: dict[str, list[Field]] = {field: [] for field in self._fields}
        for field, keys in self._matching(front_matter).items():
            candidates[field] = [_from_front_matter(source, field, key) for key in keys]
        for each in labelled:
            candidates.setdefault(each.name, []).append(each)
        candidates["title"].extend(_from_heading(body))
        if self._merges_excerpts:
            _merge_excerpts(candidates)
        _fill_in(candidates)
        return Metadata({field: tuple(found) for field, found in candidates.items() if found})

    def _matching(self, front_matter: FrontMatter | None) -> dict[str, list[_Key]]:
        """Return the keys of each field: the alias listed first comes first, then the same under a container."""
        found: dict[str, list[tuple[int, _Key]]] = {}
        for name, keys in _keys_by_name(front_matter).items():
            ranked = self._ranks.get(name) or self._contained(name) or self._recognized(name)
            for field, rank in ranked:
                suitable = [(rank, key) for key in keys if _suits(field, key.entry.value, known=rank < _RECOGNIZED)]
                if suitable:
                    found.setdefault(field, []).extend(suitable)
        return {field: _in_order(ranked) for field, ranked in found.items()}

    def _contained(self, name: str) -> list[tuple[str, int]]:
        """Return the fields of a known name in a mapping that holds a site's own keys: `extra.subtitle`."""
        group, _, rest = name.partition(".")
        if not rest or (group not in CONTAINERS and group not in HEADS):
            return []
        return [(field, rank + _IN_CONTAINER) for field, rank in self._ranks.get(rest, ())]

    def _recognized(self, name: str) -> list[tuple[str, int]]:
        """Return the field of a key that is in no table: by the words for a picture, or a label of some language."""
        group, _, rest = name.partition(".")
        name = rest if rest and group in CONTAINERS else name
        if name in PLATFORM_KEYS or len(name) > _LONGEST_KEY:
            return []
        field = _picture_field(name) or _tag_field(name) or ("" if "." in name else _LABELS.field(name))
        return [(field, _RECOGNIZED)] if field in self._open else []


_IN_CONTAINER, _RECOGNIZED = 1_000, 2_000
"""Added to the ranks of names in a container; the rank of a key that is in no table."""

_LONGEST_KEY = 40


def _picture_field(name: str) -> str:
    """Return `cover` or `illustrations` for a folded key that is made of words for a picture, "" for any other."""
    if not any(sign in name for sign in PICTURE_SIGNS):
        return ""
    if re.fullmatch(COVER_WORDS, name):
        return "cover"
    return "illustrations" if re.fullmatch(PROMPT_WORDS, name) else ""


def _tag_field(name: str) -> str:
    """Return `tags` for a folded key such as `blogtags` or `taxonomies.themetags`, "" for any other."""
    last = name.removeprefix("taxonomies.")
    return "tags" if last.endswith("tags") and last.isalpha() and not last.startswith(("meta", "html", "git")) else ""


class _Labels:
    """The labels of metadata blocks in all languages but English, as keys: in lower case, without accents."""

    _NOT_KEYS = frozenset({"permalink", "word_count", "reading_time", "content_type", "schema", "internal_links"})
    _EVERYDAY = frozenset({"von", "par", "por", "door", "av", "ingress", "public", "source", "tag", "link"})
    """Words that mean something else as a key on English sites."""

    def field(self, name: str) -> str:
        """Return the field of a folded key, or ""."""
        return (self._latin if name.isascii() else self._every).get(_without_accents(name), "")

    @cached_property
    def _latin(self) -> dict[str, str]:
        return self._of(LATIN[1:])

    @cached_property
    def _every(self) -> dict[str, str]:
        return self._of(LANGUAGES[1:])

    def _of(self, codes: Sequence[str]) -> dict[str, str]:
        fields: dict[str, str] = {}
        for code in codes:
            for label, field in language(code).labels:
                name = _without_accents(normal_key(label.lstrip("~!")))
                if field not in self._NOT_KEYS and name not in self._EVERYDAY:
                    fields.setdefault(name, field)
        return fields


_LABELS = _Labels()


def is_label(key: str) -> bool:
    """Whether a key is a word for a field in another language than English: `fecha`, `概要`."""
    return bool(_LABELS.field(normal_key(key)))


def _without_accents(name: str) -> str:
    if name.isascii():
        return name
    parts = unicodedata.normalize("NFD", name)
    return "".join(char for char in parts if not unicodedata.combining(char)).replace("ı", "i").replace("ł", "l")


def _ranks(names: Mapping[str, tuple[str, ...]]) -> dict[str, list[tuple[str, int]]]:
    """Index the fields by folded name: each field that a name counts as, and the place it has among its names."""
    ranks: dict[str, list[tuple[str, int]]] = {}
    for field, own in names.items():
        for rank, name in enumerate(dict.fromkeys(map(normal_key, own))):
            ranks.setdefault(name, []).append((field, rank))
    return ranks


def _in_order(ranked: list[tuple[int, _Key]]) -> list[_Key]:
    """Sort keys by rank, each place in the file once; a mapping comes last: `cover.image` says more than `cover`."""
    if len(ranked) == 1:
        return [ranked[0][1]]
    keys: dict[int, _Key] = {}
    for _, key in sorted(ranked, key=lambda each: each[0]):
        keys.setdefault(key.entry.key.span.start, key)
    return sorted(keys.values(), key=lambda key: key.entry.value.kind == "mapping")


def field_names(aliases: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the names of every field; a name that a site gives to one field is taken from the others."""
    claimed = {normal_key(name) for names in aliases.values() for name in names}
    table = {
        field: tuple(name for name in names if normal_key(name) not in claimed)
        for field, names in ALIASES.items()
        if field not in aliases
    }
    return {field: aliases.get(field) or table.get(field, ()) for field in dict.fromkeys((*ALIASES, *aliases))}


def normal_key(name: str) -> str:
    """Fold the spellings of one key: `metaDescription`, `meta-description` and `Meta_Description` are one."""
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "").replace(":", ".")


def _keys_by_name(front_matter: FrontMatter | None) -> dict[str, list[_Key]]:
    """Index the front matter by folded names: top keys, and those of mappings one level down, dotted."""
    found: dict[str, list[_Key]] = {}
    if front_matter is None or front_matter.root is None:
        return found
    for entry in front_matter.root.entries:
        name = entry.key.text
        found.setdefault(normal_key(name), []).append(_Key(name, entry))
        for below in entry.value.entries:
            dotted = f"{name}.{below.key.text}"
            found.setdefault(normal_key(dotted), []).append(_Key(dotted, below))
            for last in below.value.entries:
                deepest = f"{dotted}.{last.key.text}"
                found.setdefault(normal_key(deepest), []).append(_Key(deepest, last))
        if entry.value.items and normal_key(name) in HEADS:
            for element in _head_elements(entry.value):
                found.setdefault(normal_key(f"meta.{element.name}"), []).append(element)
    return found


def _head_elements(node: Node) -> Iterator[_Key]:
    """Yield what `<meta>` elements say: `- [meta, {name: …, content: …}]`, `- {tag: meta, attrs: {…}}`."""
    for item in node.items:
        attributes = item.entry("attrs")
        element = item.items[1] if len(item.items) > 1 else attributes.value if attributes else item
        name, content = element.entry("name") or element.entry("property"), element.entry("content")
        if name and content and name.value.text:
            yield _Key(name.value.text, Entry(name.value, content.value))


def _suits(field: str, node: Node, *, known: bool = True) -> bool:
    """Decide by the kind of the value what names alone can't: `published` is a flag here, a date there.

    `known`: the key is in the table of names. Any other needs a value of the kind that its field has.
    """
    if not known and not _may_be(field, node):
        return False
    if field in _FLAGS:
        return node.kind in ("boolean", "null") or (node.kind == "string" and node.text.casefold() in _FLAG_WORDS)
    if field in ("date", "updated", "expires"):
        return node.kind not in ("boolean", "mapping", "list") and node.text.casefold() not in _FLAG_WORDS
    return True


def _may_be(field: str, node: Node) -> bool:
    if field == "cover":
        return node.kind not in ("boolean", "null")
    if field in ("date", "updated", "expires"):  # `data` is a date in Polish, and data in English
        return any(map(str.isdigit, node.text))
    return node.kind not in ("boolean", "mapping")


def _from_front_matter(source: SourceText, field: str, key: _Key) -> Field:
    node = key.entry.value
    items: tuple[Text, ...] = ()
    if node.kind == "list":
        items = tuple(_item(item) for item in node.items)
    elif field in LIST_FIELDS and node.kind == "string":
        items = tuple(_split(source, node))
    elif field in LIST_FIELDS and node.kind not in ("mapping", "null"):
        items = (Text(node.text, node.span),)
    return Field(field, key.name, key.entry.key.span, node.value, node.text, node.span, "front-matter", items, node)


def _item(node: Node) -> Text:
    """Return the name of a list item: the text itself, or what a mapping calls it (`{label: …, permalink: …}`)."""
    for name in ("label", "name", "title", "id", "url", "src") if node.entries else ():
        entry = node.entry(name)
        if entry and entry.value.text:
            return Text(entry.value.text, entry.value.span)
    return Text(node.text, node.span)


def _split(source: SourceText, node: Node) -> Iterator[Text]:
    """Split a list written as one text; a part that escapes keep from being found gets the span of the whole."""
    cursor = node.span.start
    for part in _SEPARATOR.split(node.text):
        words = part.strip()
        if not words:
            continue
        found = source.text.find(words, cursor, node.span.end)
        if found >= 0:
            cursor = found + len(words)
        yield Text(words, Span(found, cursor) if found >= 0 else node.span)


def _from_heading(body: Body) -> Iterator[Field]:
    """Read a title from the first heading of level 1."""
    first = next((heading for heading in body.headings if heading.level == 1 and heading.text), None)
    if first:
        mark = Span(first.span.start, first.span.start + 1) if first.kind == "atx" else first.text_span
        yield Field("title", "#", mark, first.text, first.text, first.text_span, "heading")


def _merge_excerpts(candidates: dict[str, list[Field]]) -> None:
    """Take a description for search engines for the excerpt, unless the article has an excerpt too.

    One that is next to another excerpt of the same origin, or next to one that is for readers by its name, is a
    field of its own and may differ; `description` in front matter and `Meta Description` in a block are the same thing.
    """
    plain = [field for field in candidates["excerpt"] if not field.is_empty]
    own: list[Field] = []
    for field in candidates["seo_excerpt"]:
        if any(each.origin == field.origin or normal_key(each.key) in PLAIN_EXCERPTS for each in plain):
            own.append(field)
        else:
            candidates["excerpt"].append(field._replace(name="excerpt"))
    candidates["seo_excerpt"] = own
    candidates["excerpt"].sort(key=lambda field: field.origin != "front-matter")


def _fill_in(candidates: dict[str, list[Field]]) -> None:
    """Let kindred fields replace a title, an excerpt or tags that are missing."""
    for name, others in _FALLBACKS.items():
        for other in others:
            if all(field.is_empty for field in candidates[name]):
                candidates[name].extend(field._replace(name=name) for field in candidates[other])
    if all(field.is_empty for field in candidates["tags"]):
        from_block = (field for field in candidates["keywords"] if field.origin == "block")
        candidates["tags"].extend(field._replace(name="tags") for field in from_block)
