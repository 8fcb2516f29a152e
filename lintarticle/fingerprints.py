"""Fingerprints: what a problem is known by from one run to the next."""

from __future__ import annotations

from functools import cached_property

from lintarticle.article.article import Article
from lintarticle.source import BOM


class Fingerprints:
    """Fingerprints of the problems of one article: the rule, the squeezed text of the line, its occurrence.

    Neither path nor line number goes in, so that an edit elsewhere, a rename or a reordering changes nothing. A
    line without any letter or digit (a fence, a rule between paragraphs) is the same in every article: there the
    article's title goes in too. Each line is squeezed once, however many problems it has.
    """

    def __init__(self, article: Article) -> None:
        from hashlib import blake2b  # loads OpenSSL, 3 ms: only where there is a problem

        self._hash = blake2b
        self._article = article
        self._lines: dict[int, bytes] = {}
        self._seen: dict[tuple[str, bytes], int] = {}

    def next(self, rule: str, offset: int) -> str:
        """Return the fingerprint of the next problem of a rule at an offset, 32 hexadecimal digits."""
        number = self._article.source.line_of(offset)
        if number not in self._lines:
            self._lines[number] = self._digest(self._identity(number))
        key = (rule, self._lines[number])
        self._seen[key] = occurrence = self._seen.get(key, 0) + 1
        return self._hash(b"\0".join((rule.encode(), key[1], str(occurrence).encode())), digest_size=16).hexdigest()

    def _identity(self, number: int) -> str:
        source = self._article.source
        squeezed = _squeezed(source[source.line_span(number)].lstrip(BOM))
        return squeezed if any(map(str.isalnum, squeezed)) else f"{squeezed}\n{self._title}"

    @cached_property
    def _title(self) -> str:
        return _squeezed(self._article.metadata.text("title"))

    def _digest(self, text: str) -> bytes:
        return self._hash(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _squeezed(text: str) -> str:
    return " ".join(text.split())
