"""Lists of words by language: one module a language (`en.py`), one tuple a kind of list.

A language is named by its primary subtag (`en`, `zh`). A module holds any of the tuples `ALT_OPENERS`,
`FILE_ALTS`, `GENERIC_LINKS`, `STOP_WORDS`, `CONNECTING_WORDS`, `PLACEHOLDERS` and `ABBREVIATIONS`, all in lower case; a list that is
not there is empty, and so are the lists of a language that has no module: a rule that has no words stays silent.
Modules are loaded when a rule first asks for their words, and the import system keeps them.
"""

from __future__ import annotations

import importlib
from typing import Literal

Kind = Literal[
    "alt_openers", "file_alts", "generic_links", "stop_words", "connecting_words", "placeholders", "abbreviations"
]
"""`alt_openers`: beginnings of an alt text that say only that there is an image ("image of"). `file_alts`: whole
alt texts that name a medium and nothing else ("image", "screenshot"). `generic_links`: link texts that say nothing
of where they lead. `stop_words`: the commonest words. `connecting_words`: articles, prepositions and conjunctions,
with which no sentence ends. `placeholders`: values of an unfilled template. `abbreviations`: words that end in a full stop without
ending a sentence, written without that stop."""

LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "vi", "zh")
"""The languages that have a module."""


def words(kind: Kind, language: str) -> tuple[str, ...]:
    """Return the words of one kind in one language, none where the language or the list is unknown."""
    if language not in LANGUAGES:
        return ()
    module = importlib.import_module(f"lintarticle.languages.{language}")
    found: tuple[str, ...] = getattr(module, kind.upper(), ())
    return found
