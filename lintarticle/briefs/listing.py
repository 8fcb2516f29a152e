"""Briefs as plain records for whoever makes the images, and the JSON Schema of the document that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lintarticle.article.illustrations.illustration import Illustration, Placement, size_of
from lintarticle.briefs.states import Situation, State, states_of
from lintarticle.config.discovery import shown_path
from lintarticle.pictures import Pictures
from lintarticle.record import NamedTuple

VERSION = 1

_NUMBER_OR_NULL = {"type": ["integer", "null"], "minimum": 1}

FIELDS: dict[str, tuple[dict[str, Any], str]] = {
    "article": ({"type": "string"}, "The path of the article, relative to the working folder, with “/”."),
    "number": ({"type": "integer", "minimum": 1}, "The number of the brief in its article."),
    "line": ({"type": "integer", "minimum": 1}, "The line of the article in which the brief begins."),
    "status": (
        {"enum": ["suggested", "made", "placed"]},
        "suggested: no image yet; made: its file exists; placed: the article shows it.",
    ),
    "type": ({"type": "string"}, "hero, social, diagram and so on; the writer’s own word if it is unknown."),
    "placement": ({"type": "string"}, "Where the image goes, in the words of the brief."),
    "where": (
        {"enum": ["top", "intro", "before", "in", "after", "end", "nowhere"]},
        "The place: at the top, after the introduction, before, in or after a section, at the end.",
    ),
    "heading": ({"type": ["string", "null"]}, "The heading of that section, null if the place is not a section."),
    "heading_line": (_NUMBER_OR_NULL, "The line of that heading."),
    "description": ({"type": "string"}, "What the image shows."),
    "prompt": ({"type": "string"}, "The prompt, else the description, with the style of the site."),
    "alt": ({"type": "string"}, "The alternative text."),
    "caption": ({"type": "string"}, "The caption."),
    "file": ({"type": "string"}, "Where to put the file, relative to the working folder; with any suffix."),
    "path": ({"type": "string"}, "The path by which the article will name the image."),
    "width": (_NUMBER_OR_NULL, "The width in pixels."),
    "height": (_NUMBER_OR_NULL, "The height in pixels, null for any height."),
}  # fmt: skip
"""Each part of a record, with its JSON Schema and what it is."""


class BriefRecord(NamedTuple):
    """One brief; the parts are those of `FIELDS`."""

    article: str
    number: int
    line: int
    status: str
    type: str
    placement: str
    where: str
    heading: str | None
    heading_line: int | None
    description: str
    prompt: str
    alt: str
    caption: str
    file: str
    path: str
    width: int | None
    height: int | None


def records_of(situation: Situation, working_folder: Path, *, every: bool = False) -> Iterator[BriefRecord]:
    """Yield the briefs of an article that have no image yet, or `every` one."""
    for state in states_of(situation):
        if every or state.status == "suggested":
            yield _record(situation, state, working_folder)


def _record(situation: Situation, state: State, working_folder: Path) -> BriefRecord:
    article, item = situation.article, state.item
    placement = item.placement
    heading = placement.headings[0] if placement and len(placement.headings) == 1 else None
    width, height = size_of(item, situation.pictures)
    return BriefRecord(
        article.path,
        state.number,
        article.source.line_of(item.span.start),
        state.status,
        item.kind or _text(item, "type"),
        _text(placement, "text") if placement and item.origin != "inline" else "",
        _where(item, placement),
        heading.text if heading else None,
        article.source.line_of(heading.span.start) if heading else None,
        _text(item, "description"),
        prompt_of(item, situation.pictures),
        _text(item, "alt"),
        item.fields["caption"].text if "caption" in item.fields else "",
        shown_path(state.expected, working_folder) if state.expected.is_absolute() else state.target,
        state.target,
        width,
        height,
    )


def _text(owner: object, part: str) -> str:
    found = getattr(owner, part)
    return " ".join(found.text.split()) if found else ""


def _where(item: Illustration, placement: Placement | None) -> str:
    if placement is None:
        return "top" if item.kind == "hero" else "nowhere"
    if not placement.is_resolved:
        return "nowhere"
    return placement.kind if placement.kind in ("top", "intro", "before", "after", "end") else "in"


def prompt_of(item: Illustration, pictures: Pictures) -> str:
    """Return the prompt of a brief, or its description, with its own style and that of the site."""
    text = _text(item, "prompt") or _text(item, "description")
    own = item.fields["style"].text if "style" in item.fields else ""
    for style in (own, pictures.style):
        if style and text and style.casefold() not in text.casefold():
            text += (" " if text.endswith((".", "!", "?", "。")) else ", ") + style
    return text


# --- the document ---------------------------------------------------------------------------------------------


def document_of(records: list[BriefRecord]) -> dict[str, Any]:
    """Return the JSON document that holds briefs."""
    return {"version": VERSION, "briefs": [record._asdict() for record in records]}


def schema_of_briefs() -> dict[str, Any]:
    """Return the JSON Schema of that document."""
    from lintarticle.schema.fields_contract import DIALECT

    brief = {
        "type": "object",
        "properties": {name: {**schema, "description": about} for name, (schema, about) in FIELDS.items()},
        "required": list(FIELDS),
    }
    return {
        "$schema": DIALECT,
        "title": "Briefs of lintarticle",
        "type": "object",
        "properties": {
            "version": {"const": VERSION},
            "briefs": {"type": "array", "items": {"$ref": "#/$defs/Brief"}},
        },
        "required": ["version", "briefs"],
        "$defs": {"Brief": brief},
    }
