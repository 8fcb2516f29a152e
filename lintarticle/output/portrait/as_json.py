"""The portrait as JSON: the names of `model`, additions only, ever. `docs/show.md` describes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lintarticle.output.portrait.model import Portrait, Preview, Unreadable
from lintarticle.output.screen import escape_json

VERSION = 1


def as_json(portraits: Sequence[Portrait], unreadable: Sequence[Unreadable]) -> str:
    """Return the document that holds all articles in the order given."""
    document = {
        "version": VERSION,
        "articles": [_plain(portrait) for portrait in portraits],
        "errors": [_plain(each) for each in unreadable],
    }
    return escape_json(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a portrait holds: texts, numbers, and tuples of them
    """Turn named tuples into objects and tuples into lists, all the way down; a portrait is five levels deep."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        members = {name: _plain(member) for name, member in value._asdict().items()}
        return {**members, "is_cut": value.is_cut} if isinstance(value, Preview) else members
    return [_plain(member) for member in value] if isinstance(value, tuple) else value
