"""The words of violations, the same for every kind of schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time

from lintarticle.wording import first_of, in_words, nearest

_LONGEST = 60
_MOST_CHOICES = 8


def shown(value: object) -> str:
    """Return a value as a sentence shows it: short, text in quotes."""
    if isinstance(value, str):
        flat = " ".join(value.split())
        return f"“{flat if len(flat) <= _LONGEST else flat[:_LONGEST] + '…'}”"
    if value is None:
        return "empty"
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}" if len(value) != 1 else "a list of one"
    if isinstance(value, (date, time)):
        return value.isoformat()
    return json.dumps(value, default=str)


def listed(choices: Sequence[object]) -> str:
    """Join choices for a sentence: `a, b or c`; of many, the first ones."""
    words = [choice if isinstance(choice, str) else shown(choice) for choice in choices]
    if len(words) > _MOST_CHOICES:
        return f"one of {first_of(words, _MOST_CHOICES)}"
    return in_words(words, "or")


def nearest_choice(found: object, choices: Iterable[object]) -> str:
    """Return the allowed text that is nearest to what was found, "" if none is."""
    texts = [choice for choice in choices if isinstance(choice, str)]
    if not isinstance(found, str) or not texts:
        return ""
    folded = found.strip().casefold()
    return next((text for text in texts if text.casefold() == folded), "") or nearest(found, texts)


TYPE_WORDS = {
    "string": "text",
    "text": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "date": "a date",
    "datetime": "a date with a time",
    "list": "a list",
    "array": "a list",
    "object": "a group of keys",
    "null": "nothing",
    "url": "an address that starts with https:// or http://",
    "email": "an e-mail address",
    "slug": "lower-case letters, digits and single hyphens",
    "image": "the path of an image",
    "file": "the path of a file",
    "article": "another article",
    "author": "an author",
    "tag": "a tag",
    "lang": "a language tag such as en or pt-BR",
    "enum": "one of the values listed",
}
"""What a message calls each type, as the end of “expected …”."""
