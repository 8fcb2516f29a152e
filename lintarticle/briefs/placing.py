"""Images put where their briefs say: planned, tried on the text, and kept only if nothing else has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.editing.keys import joined_edits
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.naming import file_name, files_shown
from lintarticle.article.views.rendering import body_html
from lintarticle.briefs.covers import NoCoverError, cover_edits, goes_to_cover
from lintarticle.briefs.marks import mark
from lintarticle.briefs.markup import ImageToShow, Imports, block_edit, element_of, markup_of
from lintarticle.briefs.spots import NoSpotError, spot_of
from lintarticle.briefs.states import Situation, State, states_of
from lintarticle.fixer.rounds import apply_edits
from lintarticle.problem import Edit
from lintarticle.source import SourceText, Span
from lintarticle.stamping import edit_in_file

Edits = tuple[Edit, ...]

_BROKEN = "The front matter can’t be read; repair it first (“lintarticle check” says where)."
_CHANGES = "Putting it there would change the text around it; place it yourself."


class Refusal(NamedTuple):
    """A brief whose image can't be placed, and why, as a sentence."""

    state: State
    reason: str


class Placing(NamedTuple):
    """What came of the briefs of one article: its text with the images that could be placed, and the others.

    `waiting` are briefs that have no image yet.
    """

    after: SourceText
    placed: tuple[State, ...] = ()
    refused: tuple[Refusal, ...] = ()
    waiting: tuple[State, ...] = ()


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
    def token(self) -> str:
        """What stands for the image when the rest of the page is compared."""
        return f"IMAGE{self.state.number}HERE"


def place_images(situation: Situation, reader: ArticleReader, given: Mapping[int, Path] | None = None) -> Placing:
    """Place every image that is made; nothing is written to disk."""
    states = tuple(states_of(situation, given))
    source = situation.article.source
    waiting = tuple(state for state in states if state.status == "suggested" and not state.trouble)
    refused = [Refusal(state, state.trouble) for state in states if state.trouble]
    ready = [state for state in states if state.status == "made"]
    if ready and situation.article.metadata_unreadable:
        return Placing(source, refused=(*refused, *(Refusal(state, _BROKEN) for state in ready)), waiting=waiting)
    return _Plan(situation, reader, states).run(ready, refused)._replace(waiting=waiting)


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

    def run(self, ready: Iterable[State], refused: list[Refusal]) -> Placing:
        """Plan each image, and make the changes that hold together."""
        changes: list[_Change] = []
        for state in ready:
            try:
                self._check(state)
                change = self._change(state, has_cover=any(each.cover for each in changes))
            except (NoSpotError, NoCoverError) as error:
                refused.append(Refusal(state, str(error)))
                continue
            if self._holds([change]):
                changes.append(change._replace(marking=self._marking(change)))
            else:
                refused.append(Refusal(state, _CHANGES))
        if len(changes) > 1 and not self._holds(changes):
            refused += [Refusal(change.state, _CHANGES) for change in changes[1:]]
            changes = changes[:1]
        refused.sort(key=lambda refusal: refusal.state.number)
        placed = tuple(change.state for change in changes)
        return Placing(self._applied(changes) if changes else self._article.source, placed, tuple(refused))

    def _check(self, state: State) -> None:
        """Raise `NoSpotError` where another brief has the same image, or the text shows it elsewhere."""
        for other in self._states:
            if other.number != state.number and other.status != "suggested" and other.expected == state.expected:
                line = self._article.source.line_of(other.item.span.start)
                raise NoSpotError(
                    f"“{state.expected.name}” is also the image of the brief in line {line}; give each its own."
                )
        for span in self._shown.get(file_name(state.target), ()):
            line = self._article.source.line_of(span.start)
            raise NoSpotError(f"“{state.expected.name}” is already shown in line {line}; move it from there yourself.")

    # --- one image ------------------------------------------------------------------------------------------------

    def _change(self, state: State, *, has_cover: bool) -> _Change:
        image = ImageToShow(state.target, _alt(state.item), _words(state.item, "caption"))
        if goes_to_cover(self._situation, state.item):
            if has_cover:
                raise NoCoverError("Another brief is for the cover, too; keep one of them.")
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

    def _applied(self, changes: Sequence[_Change]) -> SourceText:
        source = self._article.source
        return SourceText(apply_edits(source.raw, [edit_in_file(source, edit) for edit in self._edits(changes)]))

    def _made(self, changes: Sequence[_Change]) -> SourceText:
        return SourceText(apply_edits(self._article.text, self._edits(changes)))

    def _edits(self, changes: Sequence[_Change]) -> Edits:
        """Return the edits in such an order that what is added at one place comes in the order of the briefs."""
        imports = self._imports.edit() if any("={" in change.written for change in changes) else ()
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
        is_shown = all(_is_among(change.state.target, targets) for change in texts)
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
        return dict(_metadata(self._article)) == {
            name: value for name, value in _metadata(found) if name not in _COVER
        } | {name: value for name, value in _metadata(self._article) if name in _COVER}


_COVER = ("cover", "cover_alt", "cover_caption")


def _is_among(target: str, targets: Iterable[str]) -> bool:
    return any(file_name(target) == file_name(each) for each in targets)


def _metadata(article: Article) -> Iterator[tuple[str, object]]:
    for field in article.metadata:
        if field.name != "illustrations":
            yield field.name, [item.text for item in field.items] or field.text or repr(field.value)


def _brief(item: Illustration) -> tuple[object, ...]:
    parts = ("type", "description", "prompt", "alt")
    placement = item.placement.text.text if item.placement else ""
    return (
        item.kind,
        placement,
        *(_text(item, part) for part in parts),
        {name: text.text for name, text in item.fields.items()},
    )


def _text(item: Illustration, part: str) -> str:
    found = getattr(item, part)
    return found.text if found else ""


def _words(item: Illustration, field: str) -> str:
    return " ".join(item.fields[field].text.split()) if field in item.fields else ""


def _alt(item: Illustration) -> str:
    """Return the alternative text of an image: that of the brief, else what it says the image shows."""
    text = item.alt or item.description or item.fields.get("title")
    return " ".join(text.text.split()) if text else ""


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
    return body_html(article).split("\n")
