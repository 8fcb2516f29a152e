"""JSON as the machine formats write it: valid for the strictest reader, and harmless on a terminal."""

from __future__ import annotations

import json

from lintarticle.output.screen import escape_json


def json_text(document: object, *, indent: int | None = 1) -> str:
    """Return a JSON text in one line, or indented; what is no Unicode text (a half of a pair) is U+FFFD."""
    text = escape_json(json.dumps(document, ensure_ascii=False, indent=indent))
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
