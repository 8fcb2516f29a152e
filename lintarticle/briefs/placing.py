"""Images put where their briefs say: planned, tried on the text, and kept only if nothing else has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.editing.keys import joined_edits
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.naming import cover_files, file_name, files_shown
from lintarticle.article.views.rendering import body_html
from lintarticle.briefs.marks import mark
from lintarticle.briefs.markup import (
    ImageToShow,
    Imports,
    NoCoverError,
    alt_of,
    block_edit,
    cover_edits,
    element_of,
    goes_to_cover,
    markup_of,
)
from lintarticle.briefs.spots import NoSpotError, spot_of
from lintarticle.briefs.states import Situation, State, states_of
from lintarticle.fixer.rounds import apply_edits
from lintarticle.linter import edit_in_file
from lintarticle.problem import Edit
from lintarticle.record import NamedTuple
from lintarticle.source import SourceText, Span

Edits = tuple[Edit, ...]

_BROKEN = "The front matter can’t be read; repair it first (“lintarticle check” says where)."
_UNMARKED = "The image is placed, but the brief could not be marked; add “file: {}” to it."
_CHANGES = "Putting it there would change the text around it; place it yourself."


class Remark(NamedTuple):
    """A remark on a brief: a sentence, and the line of the brief."""

    line: int
    sentence: str


class Placing(NamedTuple):
    """The result for one article: its text with the images that could be placed, their number, and the others.

    `refused` say why an image can't be placed, `unmarked` which briefs do not name their image; `waiting` briefs have
    none yet.
    """

    after: SourceText
    placed: int = 0
    refused: tuple[Remark, ...] = ()
    unmarked: tuple[Remark, ...] = ()
    waiting: int = 0


class _Change(NamedTuple):
    """What placing one image takes: an edit of the text with what is written, or edits of the front matter.

    `is_mark`: the edit replaces a mark of the text, and is not a paragraph of its own.
    """

    state: State
    cover: Edits = ()
    text: Edit | None = None
    written: str = ""
    is_mark: bool = False
    marking: Edits = ()

    @property
    def is_unmarked(self) -> bool:
        """Whether the brief stays, and does not name its image."""
        item = self.state.item
        return self.text is not None and not self.is_mark and not self.marking and item.file is None

    @property
    def token(self) -> str:
        """The token for the image when the rest of the page is compared."""
        return f"IMAGE{self.state.number}HERE"


def place_images(situation: Situation, reader: ArticleReader, given: Mapping[int, Path] | None = None) -> Placing:
    """Place every image that is made; nothing is written to disk."""
    placed, unmarked = 0, list[Remark]()
    given = dict(given or {})
    while True:
        plan = _Plan(situation, reader, tuple(states_of(situation, given)))
        changes, refused = plan.changes()
        together = plan.fitting(changes)
        after = plan.applied(together)
        placed += len(together)
        unmarked += [
            plan.remark(change.state, _UNMARKED.format(change.state.target))
            for change in together
            if change.is_unmarked
        ]
        if len(together) == len(changes):
            return Placing(after, placed, tuple(refused), tuple(unmarked), plan.waiting)
        gone = [change.state.number for change in together if change.is_mark]
        given = {number - sum(each < number for each in gone): path for number, path in given.items()}
        situation = situation._replace(article=reader.read(situation.article.path, after))


class _Plan:
    """The changes of one article."""

    def __init__(self, situation: Situation, reader: ArticleReader, states: Sequence[State]) -> None:
        self._situation = situation
        self._article = situation.article
        self._reader = reader
        self._states = states
        self._imports = Imports(self._article, situation.pictures.image_form)
        self._shown = files_shown(self._article.body)
        self._is_mdx = self._article.path.endswith(".mdx")

    @property
    def waiting(self) -> int:
        """How many briefs have no image yet."""
        return sum(state.status == "suggested" and not state.trouble for state in self._states)

    def changes(self) -> tuple[list[_Change], list[Remark]]:
        """Return what placing each image takes, and why some can't be placed."""
        changes: list[_Change] = []
        refused: list[Remark] = []
        for state in self._states:
            if state.status == "placed" or (state.status == "suggested" and not state.trouble):
                continue
            try:
                self._check(state)
                change = self._change(state, has_cover=any(each.cover for each in changes))
            except (NoSpotError, NoCoverError) as error:
                refused.append(self.remark(state, str(error)))
                continue
            if self._holds([change]):
                changes.append(change._replace(marking=self._marking(change)))
            else:
                refused.append(self.remark(state, _CHANGES))
        return changes, refused

    def remark(self, state: State, sentence: str) -> Remark:
        """Return a remark on a brief."""
        return Remark(self._article.source.line_of(state.item.span.start), sentence)

    def fitting(self, changes: list[_Change]) -> list[_Change]:
        """Return all changes where they can be made at once, else the first: the others are planned again after it."""
        spans = [edit.span for change in changes for edit in change.marking]
        is_apart = len(spans) == len(set(spans))
        return changes if len(changes) < 2 or (is_apart and self._holds(changes)) else changes[:1]

    def _check(self, state: State) -> None:
        """Raise `NoSpotError` for what is not an image, what another brief has, and what the text shows elsewhere."""
        if state.trouble or self._article.metadata_unreadable:
            raise NoSpotError(state.trouble or _BROKEN)
        for other in self._states:
            if other.number != state.number and other.status != "suggested" and other.expected == state.expected:
                line = self._article.source.line_of(other.item.span.start)
                raise NoSpotError(
                    f"“{state.expected.name}” is also the image of the brief on line {line}; change one of them."
                )
        for span in self._shown.get(file_name(state.target), ()):
            line = self._article.source.line_of(span.start)
            raise NoSpotError(f"“{state.expected.name}” is already shown on line {line}; move it yourself.")

    # --- one image ------------------------------------------------------------------------------------------------

    def _change(self, state: State, *, has_cover: bool) -> _Change:
        alt = alt_of(state.item, self._article.language, self._situation.longest_alt)
        image = ImageToShow(state.target, alt, _words(state.item, "caption"))
        if goes_to_cover(self._situation, state.item):
            if has_cover:
                raise NoCoverError("Another brief is for the cover too; keep one of them.")
            return _Change(state, cover=cover_edits(self._situation, image))
        if state.item.kind == "social" and state.item.placement is None:
            raise NoCoverError("An image for social cards is not part of the text; name it in the front matter.")
        if state.item.origin == "inline":
            return self._in_place_of_mark(state, image)
        written = self._written(image)
        edit = block_edit(self._article.text, spot_of(self._article, state.item), written)
        return _Change(state, text=edit, written=written)

    def _written(self, image: ImageToShow, *, is_alone: bool = True) -> str:
        form = self._situation.pictures.image_form
        if form in ("import", "image-component") and self._is_mdx and is_alone:
            return element_of(image, self._imports.name_of(image.target), form)
        return markup_of(image, form if is_alone and not self._is_mdx else "markdown")

    def _in_place_of_mark(self, state: State, image: ImageToShow) -> _Change:
        span, is_alone = _mark(self._article.text, state.item.span)
        written = self._written(image, is_alone=is_alone)
        return _Change(state, text=Edit(span, written), written=written, is_mark=True)

    def _marking(self, change: _Change) -> Edits:
        state = change.state

        def is_right(edits: Edits) -> bool:
            found = self._read(self._made([change._replace(marking=edits)]))
            return self._is_as_before(found, {state.number: state.target})

        return mark(self._article, state.item, state.target, is_right)

    # --- all of them ------------------------------------------------------------------------------------------------

    def applied(self, changes: Sequence[_Change]) -> SourceText:
        """Return the article with changes made."""
        source = self._article.source
        return SourceText(apply_edits(source.raw, [edit_in_file(source, edit) for edit in self._edits(changes)]))

    def _made(self, changes: Sequence[_Change]) -> SourceText:
        return SourceText(apply_edits(self._article.text, self._edits(changes)))

    def _edits(self, changes: Sequence[_Change]) -> Edits:
        """Return the edits in such an order that what is added at one place comes in the order of the briefs."""
        imports = self._imports.edit({change.state.target for change in changes if change.written.startswith("<")})
        marks = [edit for change in changes for edit in change.marking]
        covers = [edit for change in changes for edit in change.cover]
        return joined_edits((*marks, *covers, *imports, *(change.text for change in changes if change.text)))

    def _read(self, source: SourceText) -> Article:
        return self._reader.read(self._article.path, source)

    def _holds(self, changes: Sequence[_Change]) -> bool:
        """Whether the page changes by the images alone: tokens in their places leave the rest of it as it was."""
        texts = [change for change in changes if change.text]
        marks = [Edit(change.text.span, change.token) for change in texts if change.text and change.is_mark]
        tokens = [
            change.text._replace(text=change.text.text.replace(change.written, change.token))
            for change in texts
            if change.text
        ]
        before = _html(self._read(SourceText(apply_edits(self._article.text, marks))))
        after = _html(self._read(SourceText(apply_edits(self._article.text, joined_edits(tuple(tokens))))))
        added = {f"<p>{change.token}</p>" for change in texts if not change.is_mark}
        found = self._read(self._made(changes))
        targets = {image.target.text for image in found.body.images if image.target}
        is_shown = all(
            _is_among(change.state.target, cover_files(found.metadata) if change.cover else targets)
            for change in changes
        )
        return (
            [line for line in after if line not in added] == before
            and added <= set(after)
            and is_shown
            and self._is_as_before(
                found, {change.state.number: change.state.target for change in changes if change.marking}
            )
        )

    def _is_as_before(self, found: Article, files: Mapping[int, str]) -> bool:
        """Whether the briefs that stay, and the rest of the metadata, read as they did, but for the files."""
        before = [(state.number, state.item) for state in self._states if state.item.origin != "inline"]
        after = [item for item in found.illustrations if item.is_read and item.origin != "inline"]
        if len(before) != len(after) or found.metadata_unreadable:
            return False
        for (number, item), other in zip(before, after, strict=True):
            name = files.get(number) or _text(item, "file")
            if _brief(item) != _brief(other) or name != _text(other, "file"):
                return False
        return list(_metadata(self._article)) == list(_metadata(found))


_CHANGED = ("illustrations", "cover", "cover_alt", "cover_caption")
"""The fields that placing an image may change."""


def _is_among(target: str, targets: Iterable[str]) -> bool:
    return any(file_name(target) == file_name(each) for each in targets)


def _metadata(article: Article) -> Iterator[tuple[str, object]]:
    for field in article.metadata:
        if field.name not in _CHANGED:
            yield field.name, [item.text for item in field.items] or field.text or repr(field.value)


def _brief(item: Illustration) -> tuple[object, ...]:
    """Return what a brief says besides its file; a full stop at the end of a part may come from the edit."""
    placement = item.placement.text.text if item.placement else ""
    parts = {part: _text(item, part) for part in ("type", "description", "prompt", "alt")}
    fields = {name: text.text for name, text in item.fields.items()}
    return (item.kind, placement, {name: text.rstrip("。. ") for name, text in {**parts, **fields}.items()})


def _text(item: Illustration, part: str) -> str:
    found = getattr(item, part)
    return found.text if found else ""


def _words(item: Illustration, field: str) -> str:
    return " ".join(item.fields[field].text.split()) if field in item.fields else ""


def _mark(text: str, span: Span) -> tuple[Span, bool]:
    """Return what to replace of a mark's line, and whether the image is a paragraph of its own there.

    Emphasis around the mark goes, and so does the sign of a quotation that has only this line.
    """
    start, end = span
    while text[start - 1 : start] in ("*", "_") and text[start - 1 : start] == text[end : end + 1]:
        start, end = start - 1, end + 1
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    above = text[text.rfind("\n", 0, line - 1) + 1 : line] if line else ""
    below = text[stop + 1 : len(text) if text.find("\n", stop + 1) < 0 else text.find("\n", stop + 1)]
    alone = not text[end:stop].strip() and not above.strip() and not below.strip()
    if alone and re.fullmatch(r" {0,3}>[ \t]*", text[line:start]):
        start = line
    return Span(start, end), alone and start == line


def _html(article: Article) -> list[str]:
    return [line for line in body_html(article).split("\n") if line]
