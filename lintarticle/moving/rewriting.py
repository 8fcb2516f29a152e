"""The edits that keep the links of an article working after a move, verified by reading it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from posixpath import normpath, relpath
from typing import NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.editing import set_value
from lintarticle.fixer.rounds import apply_edits
from lintarticle.linter import edit_in_file
from lintarticle.moving.mentions import Mention, mentions
from lintarticle.moving.tree import Move, Tree, folder_of, page_of, rebased
from lintarticle.problem import Edit
from lintarticle.site.address import plain_address
from lintarticle.site.site_path import is_language, site_path_of
from lintarticle.source import SourceText


class ByHand(NamedTuple):
    """Something to check by hand: the line and a sentence. `is_lost`: it no longer leads where it did."""

    line: int
    sentence: str
    is_lost: bool = False


class Rewritten(NamedTuple):
    """An article after a move: its text, how many mentions of other files changed, and what could not be changed."""

    after: SourceText
    changed: int
    remarks: tuple[ByHand, ...]


class _Change(NamedTuple):
    """The new text of one mention in an article."""

    number: int
    mention: Mention
    new: str
    edits: tuple[Edit, ...]


class OldAndNew(NamedTuple):
    """The addresses of the article that moves, with a slash in front, "" if not known."""

    old: str
    new: str

    @property
    def change(self) -> bool:
        """Whether both are known and differ."""
        return bool(self.old and self.new) and plain_address(self.old) != plain_address(self.new)


class Rewriter:
    """Rewrites articles for one move. `addresses` are those of the article."""

    def __init__(self, move: Move, before: Tree, addresses: OldAndNew) -> None:
        self.move = move
        self._before, self._after = before, before.moved(move)
        self._addresses = addresses
        self._name = plain_address(addresses.old or page_of(move.old)).rpartition("/")[2]

    def rewrite(self, path: str, article: Article, read: Callable[[SourceText], Article]) -> Rewritten:
        """Return the new text of an article that was at `path` before the move; `read` reads it again."""
        remarks: list[ByHand] = []
        changes: list[_Change] = []
        for number, mention in enumerate(mentions(article)):
            new = self._new(path, mention)
            if new is not None and new != mention.path:
                changes.append(_Change(number, mention, new, _edits(article, mention, new)))
            elif new is None:
                remarks.append(_remark(article, mention, "now leads elsewhere; change it", is_lost=True))
            elif why := self._doubt(path, mention):
                remarks.append(_remark(article, mention, why))
        after = _changed(article, changes, read)
        if after is None:  # one of them changes something else
            held = [change for change in changes if change.edits and _changed(article, [change], read)]
            left = [change for change in changes if change not in held]
            remarks += [
                _remark(article, each.mention, f"should now be “{each.new}”; change it", is_lost=True) for each in left
            ]
            changes, after = held, _changed(article, held, read)
        return Rewritten(after or article.source, len(changes) if after else 0, tuple(remarks))

    def _new(self, path: str, mention: Mention) -> str | None:
        """Return the path to write for a mention: the same if it is unchanged, None if no path leads there any more."""
        found = self._before.find(path, mention.path, mention.kind)
        address = self._address_of(path, mention)
        if address is not None:
            return address or None
        if found is None:
            return mention.path
        want = self.move.after(found[0])
        here = self.move.after(path)
        is_relative = not mention.path.startswith("/") and mention.kind in ("path", "route", "field")
        way = rebased(found[1], path, here) if is_relative else found[1]
        written = list(self._after.written(way, want, mention.path, mention.kind))
        usual = self._before.written(found[1], found[0], mention.path, mention.kind)
        if mention.path not in usual:  # else it is rewritten, as short as it was
            written.insert(0, mention.path)
        for each in written:
            leads = self._after.lead(here, each, mention.kind, way)
            if leads == want:
                return mention.path if _is_same(each, mention.path) else each
        return None

    def _address_of(self, path: str, mention: Mention) -> str | None:
        """Return what to write for the old address of the article, "" if that is not known, None for another one."""
        old, text = plain_address(self._addresses.old), mention.path
        if mention.kind not in ("route", "field") or not self._addresses.old or not text.strip("./"):
            return None
        tail = ".html" if text.endswith(".html") else "/" if text.endswith("/") else ""
        new = self._addresses.new.removesuffix(".html").strip("/")
        if text.startswith("/"):
            prefix = _before(plain_address(text), old)
            if prefix is None or (prefix and not re.fullmatch(r"[a-z]{2}(?:-[a-z]{2,4})?", prefix)):
                return None
            written = "/" + "/".join(filter(None, (text.strip("/")[: len(prefix)], new)))
        else:
            page = page_of(path)
            prefix = _before(plain_address(normpath(f"/{page}/{text}")), old) if path not in self.move.files else None
            if prefix is None or not f"{plain_address(page)}/".startswith(f"{prefix}/".lstrip("/")):
                return None
            written = relpath(f"/{page[: len(prefix)]}/{new}", f"/{page}")
        if self._addresses.change or not new:
            return f"{written}{tail}" if new else ""
        return text

    def _doubt(self, path: str, mention: Mention) -> str:
        """Say why a path that leads to no known file may mean the article, "" if it does not."""
        if mention.kind != "route" or self._before.find(path, mention.path, mention.kind):
            return ""
        if not mention.path.startswith("/"):
            is_elsewhere = folder_of(path) != folder_of(self.move.after(path))
            return "is relative to the old folder and leads to no file; check it" if is_elsewhere else ""
        first = mention.path.strip("/").partition("/")[0]
        if is_language(first) and first.casefold() != site_path_of(self.move.old).language:
            return ""
        above, _, last = plain_address(mention.path).rpartition("/")
        is_alike = last == self._name != "" and not self._is_of_another_folder(above.rpartition("/")[2])
        is_open = not self._addresses.old or self._addresses.change
        return "leads to no file; change it if this article is meant" if is_alike and is_open else ""

    def _is_of_another_folder(self, name: str) -> bool:
        """Whether a name belongs only to folders that the article is not in: many may have an “overview”."""
        own = {part.lstrip("_") for part in plain_address(self.move.old).split("/")}
        return name not in own and name in self._before.folder_names


def _before(address: str, tail: str) -> str | None:
    """Return the part of an address before an ending, or None if it ends differently."""
    if address == tail:
        return ""
    return address.removesuffix(f"/{tail}") if address.endswith(f"/{tail}") else None


def _is_same(one: str, other: str) -> bool:
    return not one.startswith("/") and normpath(one) == normpath(other)


def _remark(article: Article, mention: Mention, sentence: str, *, is_lost: bool = False) -> ByHand:
    return ByHand(article.source.line_of(mention.span.start), f"“{mention.path}” {sentence}.", is_lost)


def _changed(article: Article, changes: Sequence[_Change], read: Callable[[SourceText], Article]) -> SourceText | None:
    """Return an article with changes made, or None if it does not read as intended afterwards."""
    if not changes:
        return article.source
    if not all(change.edits for change in changes):
        return None
    source = article.source
    edits = [edit_in_file(source, edit) for change in changes for edit in change.edits]
    after = SourceText(apply_edits(source.raw, edits))
    wanted = {change.number: change.new for change in changes}
    return after if _holds(article, read(after), wanted) else None


def _edits(article: Article, mention: Mention, new: str) -> tuple[Edit, ...]:
    if mention.node is None:
        return (Edit(mention.span, mention.written(new, article.source[mention.span])),)
    rest = re.search(r"[#?].*", mention.node.text)
    return set_value(article, mention.node, new + (rest[0] if rest else ""))


def _holds(before: Article, after: Article, wanted: Mapping[int, str]) -> bool:
    """Whether an article mentions what it did, except for the changes, and otherwise reads the same."""
    old, new = mentions(before), mentions(after)
    if len(old) != len(new):
        return False
    paths = all(
        _alike(mention.path, wanted.get(number, each.path)) and mention.kind == each.kind
        for number, (each, mention) in enumerate(zip(old, new, strict=True))
    )
    return paths and list(_parts(before)) == list(_parts(after))


def _alike(one: str, other: str) -> bool:
    return one == other or normpath(one) == normpath(other)


def _parts(article: Article) -> Iterator[object]:
    """Yield what a move leaves unchanged: the words and kinds of links, images, headings and the keys of metadata."""
    body = article.body
    yield from ((link.kind, link.text.text, link.label, link.target.text.partition("#")[2]) for link in body.links)
    yield from ((image.kind, image.alt and image.alt.text) for image in body.images)
    yield from ((heading.level, heading.text) for heading in body.headings)
    yield len(body.definitions)
    root = article.front_matter.root if article.front_matter else None
    yield [entry.key.text for entry in root.entries] if root else None
