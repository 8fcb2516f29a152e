"""What the name and the note of a brief stand for, and whether its picture is already in the body."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from lintarticle.article.illustrations.brief import Brief, within
from lintarticle.article.illustrations.heading_index import HeadingIndex
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.placement import names_a_place
from lintarticle.article.illustrations.positions import stands_at
from lintarticle.article.markdown.body import Body
from lintarticle.article.metadata.metadata import Metadata
from lintarticle.article.text.brief_words import BriefWords
from lintarticle.article.values import Text
from lintarticle.source import Span

_TYPE_IN_PROSE = (
    r"(?:an?\s|the\s)?((?:[\w-]+\s){0,3}?[\w-]+)"
    r"(?=\s(?:of|showing|with|for|from|comparing|illustrating|that|about)\b|$)"
)

_SHOWN = 20
"""Showings of one file that are compared with a placement: no article shows a picture more often."""


def settle(brief: Brief, words: BriefWords, headings: HeadingIndex) -> None:
    """Sort `name` and `note` into type, placement and title; what the writer labelled stays as it is."""
    parts = brief.parts
    note, name = parts.pop("note", None), parts.pop("name", None)
    if note and "placement" not in parts and names_a_place(note, headings):
        parts["placement"] = note
        if "type" not in parts and not name and words.kind_of(note.text):
            parts["type"] = note
    elif note and "type" not in parts and not words.kind_of(name.text if name else "") and words.kind_of(note.text):
        parts["type"] = note
    elif note:
        parts["note"] = note
    if name:
        _settle_name(brief, name, note, words, headings)
    _look_into_description(brief, words, headings)


def _settle_name(brief: Brief, name: Text, note: Text | None, words: BriefWords, headings: HeadingIndex) -> None:
    parts = brief.parts
    if "type" not in parts and words.kind_of(name.text):
        parts["type"] = name
        if parts.keys().isdisjoint({"description", "prompt"}) and len(name.text.split()) >= 3:
            parts["description"] = name
    elif "placement" not in parts and names_a_place(name, headings):
        parts["placement"] = name
    elif "type" not in parts and note and parts.get("placement") is note and len(name.text.split()) <= 3:
        parts["type"] = name
    else:
        parts.setdefault("title", name)


def _look_into_description(brief: Brief, words: BriefWords, headings: HeadingIndex) -> None:
    """Find the type at the start of an item in prose ("Screenshot of …"), and a place in parentheses."""
    text = brief.parts.get("description")
    if text is None:
        return
    if "type" not in brief.parts:
        opening = re.match(_TYPE_IN_PROSE, text.text, re.IGNORECASE)
        if opening and words.kind_of(opening.group(1)):
            brief.parts["type"] = within(text, *opening.span(1))
    if "placement" not in brief.parts:
        notes = re.finditer(r"[(（]([^()（）]{3,120})[)）]", text.text[:1000])
        places = (within(text, *note.span(1)) for note in notes)
        if place := next((place for place in places if names_a_place(place, headings)), None):
            brief.parts["placement"] = place


def files_shown(body: Body) -> dict[str, list[Span]]:
    """Return where the body shows each file, by the file's name."""
    shown: dict[str, list[Span]] = {}
    for image in body.images:
        if image.target:
            shown.setdefault(file_name(image.target.text), []).append(image.span)
    return shown


def is_placed(item: Illustration, shown: Mapping[str, Sequence[Span]], body: Body, metadata: Metadata) -> bool:
    """Whether the body, or for a picture at the top the cover field, shows the file where its placement says."""
    if item.file is None:
        return False
    wanted = file_name(item.file.text)
    at_top = item.kind in ("hero", "social") or (item.placement is not None and item.placement.kind == "top")
    if at_top and wanted in map(file_name, cover_files(metadata)):
        return True
    return any(stands_at(span, item.placement, body) for span in shown.get(wanted, ())[:_SHOWN])


def cover_files(metadata: Metadata) -> tuple[str, ...]:
    """Return the paths that the cover field names: one, or a list of them."""
    field = metadata.get("cover")
    if field is None or field.text:
        return (field.text,) if field else ()
    return tuple(item.text for item in field.node.items) if field.node else ()


def file_name(path: str) -> str:
    """Return the last part of a path or URL, decoded, without query: folders differ between brief and body."""
    return posixpath.basename(unquote(re.split(r"[?#]", path, maxsplit=1)[0]).replace("\\", "/"))
