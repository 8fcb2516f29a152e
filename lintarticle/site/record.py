"""What the rules about a whole site know of one article: small, made while it is linted, and kept with its problems."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any, Generic, TypeVar, get_args

from lintarticle.article.values import NOWHERE, Text
from lintarticle.compact_list import BLOCK, CompactList
from lintarticle.record import NamedTuple
from lintarticle.source import Span

Value = TypeVar("Value")

VERSION = 4
"""The version of the form: a record that was kept in another one is made again."""


_SAME = 3
"""A tag and its plural have at least this many initial letters in common, in any spelling."""


class _One:
    """A field of a record: its text and where it is, `NOWHERE` for none."""

    def __init__(self, index: int) -> None:
        self._index = index

    def __get__(self, record: ArticleRecord, _: type) -> Text:
        text, start, end = record.values[self._index]
        return Text(text, Span(start, end)) if text else NOWHERE


class _Many:
    """A list of a record: texts and where they are."""

    def __init__(self, index: int) -> None:
        self._index = index

    def __get__(self, record: ArticleRecord, _: type) -> tuple[Text, ...]:
        flat = record.values[self._index]
        if not flat:
            return ()
        return tuple(map(_text_at, flat[::3], flat[1::3], flat[2::3]))


def _text_at(text: str, start: int, end: int) -> Text:
    return Text(text, Span(start, end))


class _Plain(Generic[Value]):
    """A part of a record that is kept unchanged."""

    def __init__(self, index: int) -> None:
        self._index = index

    def __get__(self, record: ArticleRecord, _: type) -> Value:
        value: Value = record.values[self._index]
        return value


class ArticleRecord:
    """One article as others see it, each part with the span that a problem would point to.

    `path` is as users see it. `values` are those of JSON, so that a record that is fetched costs hardly anything: what
    a rule asks for is made when it asks. `kind` is the type of the article. `language` is what the article itself says.
    `role` is “listing” for the page of a section, “part” for text that other pages include, "" for an article. `keys`
    are those of the front matter. `levels` are those of the headings, a digit each. `code` counts the code blocks.
    `signature` and `paragraphs` are what `similarity` makes of the text for the rules that compare texts, where these
    run; `has_paragraphs`: it has a longer one. `start` is where to point when a problem is
    about the whole article. `part` is its number in a series, `weight` its place in any list. `translation` is what it
    has in common with its translations, or what it is a translation of.
    """

    __slots__ = ("_kept", "_store", "_values", "path")

    kind = _Plain[str](1)
    language = _Plain[str](2)
    role = _Plain[str](3)
    is_draft = _Plain[bool](4)
    title = _One(5)
    excerpt = _One(6)
    slug = _One(7)
    permalink = _One(8)
    keyphrase = _One(9)
    cover = _One(10)
    date = _One(11)
    updated = _One(12)
    tags = _Many(13)
    categories = _Many(14)
    aliases = _Many(15)
    authors = _Many(16)
    series = _Many(17)
    related = _Many(18)
    links = _Many(19)
    images = _Many(20)
    keys = _Plain[Sequence[str]](21)
    levels = _Plain[str](22)
    code = _Plain[int](23)
    signature = _Plain[str](24)
    paragraphs = _Plain[Sequence[int]](25)
    _start = _Plain[Sequence[int]](26)
    part = _One(27)
    weight = _One(28)
    translation = _One(29)
    has_paragraphs = _Plain[bool](30)

    def __init__(self, path: str, values: Sequence[Any]) -> None:
        self.path = path
        self._values = values
        self._kept = ""
        self._store: tuple[RecordStore, int] | None = None

    @property
    def values(self) -> Sequence[Any]:
        """All parts, read when somebody first asks for one: if a site is as before, nobody does."""
        if self._store:
            store, number = self._store
            return store.values(number)
        if self._kept:
            self._values, self._kept = _compact(json.loads(self._kept)), ""
        return self._values

    @property
    def start(self) -> Span:
        """Where to point when a problem is about the whole article."""
        return Span(*self._start)

    @property
    def top(self) -> Span:
        """Where to point for the article as a whole: its title, if it has one."""
        return self.title.span if self.title.text else self.start

    @property
    def is_consistent(self) -> bool:
        """Whether surely nothing in the article contradicts anything else in it: a tag another one, a part a series."""
        from lintarticle.article.metadata.spelling import normal_form

        beginnings = {normal_form(tag.text)[:_SAME] for tag in self.tags}
        refers = self.series or self.related or self.translation.text
        return not refers and len(beginnings) == len(self.tags)

    def __repr__(self) -> str:
        return f"ArticleRecord({self.path!r}, {self.values!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ArticleRecord) and (self.path, self.as_text()) == (other.path, other.as_text())

    def __hash__(self) -> int:
        return hash(self.path)

    def as_text(self) -> str:
        """Return the record as the cache keeps it, without its path."""
        return self._kept or _COMPACT.encode(self.values)

    def out_of_store(self) -> ArticleRecord:
        """Return the same record with its own values, for those who ask for many parts of it."""
        return ArticleRecord(self.path, self.values) if self._store else self

    def packed(self) -> ArticleRecord:
        """Return the same record as text, which takes a fraction of the memory until somebody asks for a part."""
        record = ArticleRecord(self.path, ())
        record._kept = self.as_text()
        return record

    @classmethod
    def from_text(cls, path: str, text: str) -> ArticleRecord | None:
        """Return the record that was kept as text, None if another version made it."""
        if not text.startswith(f"[{VERSION},"):
            return None
        record = cls(path, ())
        record._kept = text
        return record


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class RecordStore:
    """The records of a large site in little memory: as compressed texts, some of which are read at a time."""

    def __init__(self) -> None:
        self._texts: CompactList[str] = CompactList()
        self._read: dict[int, list[Sequence[Any]]] = {}

    def stored(self, record: ArticleRecord) -> ArticleRecord:
        """Return the same record, which is kept here."""
        self._texts.append(record.as_text())
        found = ArticleRecord(record.path, ())
        found._store = self, len(self._texts) - 1  # noqa: SLF001 - of this module
        return found

    def values(self, number: int) -> Sequence[Any]:
        """Return the values of a record; those of its neighbors are at hand for a while."""
        block, place = divmod(number, BLOCK)
        if len(self._read.get(block, ())) <= place:
            if len(self._read) == _READ_AT_ONCE:
                del self._read[next(iter(self._read))]
            self._read[block] = [_compact(json.loads(text)) for text in self._texts.block(block)]
        return self._read[block][place]


_READ_AT_ONCE = 8
"""Blocks of records that are at hand: all of a site of some thousand articles."""

_NO_TEXT: list[Any] = ["", 0, 0]
_NO_TEXTS: list[Any] = []


def _compact(values: list[Any]) -> list[Any]:
    """Return the same values in less memory: what many records have in common is there once."""
    values = [_NO_TEXT if each == _NO_TEXT else _NO_TEXTS if each == _NO_TEXTS else each for each in values]
    for index in _SHARED:
        if values[index]:
            values[index][::3] = map(sys.intern, values[index][::3])
    values[_KEYS] = list(map(sys.intern, values[_KEYS]))
    return values


_SHARED = (13, 14, 16, 17)
"""Tags, categories, authors and series."""

_KEYS = 21


def parts() -> dict[str, object]:
    """Return the declared parts of a record by name, each with the type of what it says without the places."""
    found: dict[str, object] = {}
    for name, part in vars(ArticleRecord).items():
        if isinstance(part, _One):
            found[name] = str
        elif isinstance(part, _Many):
            found[name] = Sequence[str]
        elif isinstance(part, _Plain) and not name.startswith("_"):
            found[name] = get_args(part.__orig_class__)[0]  # type: ignore[attr-defined] # of generics
    return found


# --- before a change ------------------------------------------------------------------------------------------


class FormerArticle(NamedTuple):
    """An article as it was, published by then. `now` is its path today, "" if it was removed.

    `has_new_text`: its body reads otherwise today, and its date of change is not today's. `may_have_moved`: its path or
    a field that addresses are made of is another one today.
    """

    record: ArticleRecord
    now: str = ""
    has_new_text: bool = False
    may_have_moved: bool = True
