"""Move a metadata block from the body into the front matter, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.editing import Value, insert_keys, set_field
from lintarticle.article.editing.keys import joined_edits
from lintarticle.article.editing.writing import yaml_entry_lines
from lintarticle.article.illustrations.illustration import Illustration, Placement
from lintarticle.article.metadata.metadata import ALIASES
from lintarticle.article.metadata.metadata import Field as ArticleField
from lintarticle.article.metadata_block.metadata_block import BlockEntry, MetadataBlock
from lintarticle.article.views.block_removal import removal_of
from lintarticle.problem import Edit
from lintarticle.record import Record
from lintarticle.source import BOM, SourceText, Span

_LISTS = frozenset({"tags", "keywords", "categories"})
_FLAGS = frozenset({"draft", "published", "unlisted"})
_COUNTS = frozenset({"word_count"})
_SEO_FIELDS = {"seo_excerpt": "excerpt", "seo_title": "title"}
_EXTERNAL = r"(?i)\b(?:external|outbound|outgoing)\b"
_INTERNAL = r"(?i)\binter[nr]|\bown\b"
_ADDRESS = r"(?:https?:)?//[^\s)>\]]+|(?<=\()[^\s)]+(?=\))|(?<![\w/])/[\w-][^\s)>\]]*"
_COVER_PARTS = {
    "cover_alt": r"alt(?:ernative)?(?: text)?|alt-text",
    "cover_caption": r"caption",
    "cover_credit": r"credit|photo credit|source|photographer",
    "cover": r"image|file|file ?name|url|src|path|link",
}
_WORDS = {"true": True, "yes": True, "false": False, "no": False}


class BlockMove(Record):
    """The edits that move a block, the keys they write, and what has to stay behind.

    `removal` takes the block out of the body, None if nothing can be moved; `written` is what the front matter
    gains. `left` are the labels of what differs from what the front matter says already, or could not be read as what
    its label promises; `unread` are the lines that no label explains.
    """

    removal: Edit | None
    written: Callable[[], tuple[Edit, ...]]
    moved: tuple[str, ...]
    left: tuple[str, ...]
    unread: tuple[Span, ...] = ()

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """All edits, built when somebody wants them; none if nothing can be moved."""
        return (*self.written(), self.removal) if self.removal else ()


def move_block(article: Article, block: MetadataBlock, names: Mapping[str, tuple[str, ...]]) -> BlockMove:
    """Plan the move of one block.

    `names`: canonical field → the names a site has for it, the first one is written. Keys that the front matter has
    already are kept; a value that differs from it stays in the body. Without front matter, a YAML one is made,
    with the H1 as its title where the block names none.
    """
    stays = BlockMove(None, tuple, (), tuple(entry.label.text for entry in block.entries))
    if _belongs_where_it_is(article, block):
        return stays
    plan = _Plan(article, block, names)
    for entry in block.entries:
        plan.place(entry)
    written = _written(article, plan)
    if written is None:
        return stays
    left = tuple(entry.label.text for entry in plan.left)
    move = BlockMove(removal_of(article, block, plan.left), written, (*plan.values, *plan.filled), left, block.left_out)
    return move if not left or _is_still_read(article, move.edits, left) else stays


def _belongs_where_it_is(article: Article, block: MetadataBlock) -> bool:
    """Whether a site generator reads the block itself: templates it fills in, bare lines that open the file."""
    text = article.source[block.span]
    if "{{" in text or "{%" in text or "<%" in text:
        return True
    bare = all(article.text.startswith(f"{entry.label.text}:", entry.span.start) for entry in block.entries)
    return bare and article.front_matter is None and not article.text[: block.span.start].removeprefix(BOM).strip()


def _is_still_read(article: Article, edits: Sequence[Edit], left: Sequence[str]) -> bool:
    """Whether what stays behind would still be read as metadata: else it would never be reported again."""
    text = article.text
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    again = ArticleReader().read(article.path, SourceText(text))
    return set(left) <= {entry.label.text for block in again.blocks for entry in block.entries}


@dataclass
class _Plan:
    """Where each entry goes: a new key, the value of an empty key, nothing new, or left behind."""

    article: Article
    block: MetadataBlock
    names: Mapping[str, tuple[str, ...]]
    values: dict[str, Value] = field(default_factory=dict)
    filled: dict[str, tuple[ArticleField, Value]] = field(default_factory=dict)
    left: list[BlockEntry] = field(default_factory=list)
    _of_front_matter: dict[str, list[ArticleField]] = field(default_factory=dict)
    _inside: list[Illustration] | None = None

    def place(self, entry: BlockEntry) -> None:
        """Decide on one entry."""
        parts = _cover_parts(entry) if entry.field == "cover" else {}
        if parts and not any(self._there(name) or self._key(name) in self.values for name in parts):
            self.values.update({self._key(name): text for name, text in parts.items()})
            return
        value = None if parts or (entry.field == "cover" and "\n" in entry.value.text) else self._value(entry)
        if value is None:
            self.left.append(entry)
            return
        name = self._field(entry)
        there = self._there(name)
        full = next((each for each in there if not each.is_empty), None)
        key = there[0].key if there else self._key(name)
        if full:
            self._keep_unless(entry, _plain(full.value) == _plain(self.made(value)))
        elif key in self.values or key in self.filled:
            known = self.values[key] if key in self.values else self.filled[key][1]
            self._keep_unless(entry, entry.field == "illustrations" or _plain(self.made(known)) == _plain(value))
        elif there:
            self.filled[key] = (there[0], value)
        elif self._has_key(key):
            self.left.append(entry)
        else:
            self.values[key] = value

    def _keep_unless(self, entry: BlockEntry, is_known: bool) -> None:
        if not is_known:
            self.left.append(entry)

    def _there(self, name: str) -> list[ArticleField]:
        """Return what the front matter has of a field; a text for search engines may be read as the only text."""
        base = self._in_front_matter(_SEO_FIELDS.get(name, ""))
        own = {_folded(alias) for alias in ALIASES.get(name, ())} if base else ()
        return self._in_front_matter(name) or [each for each in base if _folded(each.key) in own]

    def _in_front_matter(self, name: str) -> list[ArticleField]:
        """Return what the front matter has of a field; looked up once, as a block may have thousands of lines."""
        if self.article.front_matter is None:
            return []
        if name not in self._of_front_matter:
            found = [each for each in self.article.metadata.all(name) if each.origin == "front-matter"]
            self._of_front_matter[name] = found
        return self._of_front_matter[name]

    def _field(self, entry: BlockEntry) -> str:
        """Return the field to write; a text for search engines is the text where there is no other."""
        if entry.field == "internal_links" and _is_external(entry):
            return "external_links"
        base = _SEO_FIELDS.get(entry.field, "")
        others = (each for each in self.article.metadata.all(base) if not _within(each.key_span, entry.span))
        if base and not any(others):
            return base
        return entry.field or _key_of(entry.label.text)

    def _key(self, name: str) -> str:
        """Return the site's own name of a field, else one that is read back as this field and no other."""
        known = ALIASES.get(name, ())
        own = name if name in known or not known else known[0]
        return next((each for each in self.names.get(name, ()) if "." not in each), own)

    def _has_key(self, key: str) -> bool:
        root = self.article.front_matter.root if self.article.front_matter else None
        return root is not None and root.entry(key) is not None

    def _value(self, entry: BlockEntry) -> Value:
        """Return what an entry says in the form that front matter has for it, None if that can't be known."""
        text = entry.value.text.strip()
        if entry.field == "illustrations":
            return _BRIEFS if self._has_brief(entry) else None
        if entry.field in _LISTS or (not entry.field and entry.items):
            return [item.text for item in entry.items] or ([text] if text else None)
        if entry.field in _FLAGS and text.casefold() in _WORDS:
            return _WORDS[text.casefold()]
        if entry.field in ("date", "updated") and re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            return _date(text)
        if entry.field in _COUNTS and text.isascii() and text.isdigit():
            return int(text)
        return text or None

    def _has_brief(self, entry: BlockEntry) -> bool:
        """Whether a brief was read in the text of an entry."""
        if self._inside is None:
            briefs = (each for each in self.article.illustrations if each.origin == "block")
            self._inside = [each for each in briefs if _within(each.span, self.block.span)]
        return any(_within(each.span, entry.span) for each in self._inside)

    def made(self, value: Value) -> Value:
        """Return a value; all briefs of the block, as one list, are made when somebody asks for them."""
        return [brief_as_values(each) for each in self._inside or ()] if value is _BRIEFS else value

    @property
    def said(self) -> dict[str, Value]:
        """The new keys with their values."""
        return {key: self.made(value) for key, value in self.values.items()}


_BRIEFS: Value = []
"""A placeholder for the briefs of the block."""


def _cover_parts(entry: BlockEntry) -> dict[str, str]:
    """Return the parts of a picture that are below its label as a list (`- Alt text: …`); none if it is none."""
    parts: dict[str, str] = {}
    lines = entry.value.text.split("\n")
    for line in lines:
        found = re.fullmatch(r"\s*[-*+]\s+[*_]*([^:*_]+?)[*_]*\s*:[*_]*\s*(\S.*?)\s*", line)
        name = next(
            (name for name, label in _COVER_PARTS.items() if found and re.fullmatch(label, found[1], re.IGNORECASE)), ""
        )
        if found and name and name not in parts:
            parts[name] = found[2]
    return parts if len(parts) == len(lines) else {}


def _is_external(entry: BlockEntry) -> bool:
    """Whether links lead to other sites: each has a host, and the label does not say that they are internal."""
    if re.search(_EXTERNAL, entry.label.text):
        return True
    addresses = re.findall(_ADDRESS, entry.value.text)
    is_internal = re.search(_INTERNAL, entry.label.text) is not None
    return bool(addresses) and not is_internal and all(re.match(r"(?:https?:)?//", each) for each in addresses)


def _folded(key: str) -> str:
    return key.casefold().replace("-", "").replace("_", "")


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _date(text: str) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _plain(value: object) -> str:
    """Return a value as text for comparison: one list or text is like another, blanks squeezed."""
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return " ".join(text.split()).casefold()


def _key_of(label: str) -> str:
    """Make a key of a label that names no known field: `Reading level` is `reading_level`."""
    return "_".join(re.findall(r"\w+", label.casefold())) or "note"


# --- edits ----------------------------------------------------------------------------------------------------


def _written(article: Article, plan: _Plan) -> Callable[[], tuple[Edit, ...]] | None:
    """Return what makes the edits of the front matter, None if it can't take the values."""
    if article.front_matter is None:
        return (lambda: (_new_front_matter(article, plan.said),)) if plan.values else None
    edits = _front_matter_edits(article, plan)
    return None if edits is None else lambda: edits


def _front_matter_edits(article: Article, plan: _Plan) -> tuple[Edit, ...] | None:
    """Return the edits of front matter that is there, None if it can't take the values."""
    edits: list[Edit] = []
    for there, value in plan.filled.values():
        changed = set_field(article, there, plan.made(value))
        if not changed:
            return None
        edits += changed
    if plan.values:
        inserted = insert_keys(article, plan.said)
        if not inserted:
            return None
        edits += inserted
    everything_known = not edits and len(plan.left) < len(plan.block.entries)
    return joined_edits(tuple(edits)) if edits or everything_known else None


def _new_front_matter(article: Article, values: Mapping[str, Value]) -> Edit:
    title = article.metadata.get("title")
    if title and title.origin == "heading" and not any(key == title.name for key in values):
        values = {"title": title.text, **values}
    lines = "".join(f"{line}\n" for line in yaml_entry_lines(values, 0))
    at = len(BOM) if article.text.startswith(BOM) else 0
    gap = "" if article.text[at : at + 1] == "\n" else "\n"
    return Edit(Span(at, at), f"---\n{lines}---\n{gap}")


_PICTURE_WORDS = frozenset(
    ["a", "an", "the", "image", "images", "illustration", "picture", "photo", "graphic", "visual", "post", "blog"]
)


def brief_as_values(illustration: Illustration) -> dict[str, Value]:
    """Return the parts that a writer gave, as `type: hero`, `placement: top`, `description: …`."""
    parts: dict[str, Value] = {}
    kind = _type(illustration)
    if kind:
        parts["type"] = kind
    if illustration.placement and illustration.placement.text.text:
        parts["placement"] = _placement(illustration.placement)
    texts = {
        "description": illustration.description,
        "prompt": illustration.prompt,
        "alt": illustration.alt,
        "file": illustration.file,
        **illustration.fields,
    }
    for name, part in texts.items():
        if part and part.text.strip():
            text = part.text.strip()
            parts[name] = int(text) if name in ("width", "height") and text.isascii() and text.isdigit() else text
    return parts


def _type(illustration: Illustration) -> str:
    """Return the canonical type where that is all the writer said, else the writer's words."""
    if illustration.type is None:
        return illustration.kind
    words = set(re.findall(r"[^\W\d_]+", illustration.type.text.casefold())) - _PICTURE_WORDS
    return illustration.kind if illustration.kind and words <= {illustration.kind} else illustration.type.text.strip()


def _placement(placement: Placement) -> str:
    """Return a placement in the short form of the grammar where that says the same, else as written."""
    reference = placement.reference.text.strip() if placement.reference else ""
    if placement.kind in ("top", "end"):
        return placement.kind
    if placement.kind in ("before", "after", "in") and reference and '"' not in reference:
        return f'{placement.kind} "{reference}"'
    return placement.text.text.strip()
