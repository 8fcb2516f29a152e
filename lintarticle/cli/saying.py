"""What commands say to people beside their results."""

from __future__ import annotations

import sys
from collections.abc import Iterable


def say(sentences: Iterable[str]) -> None:
    """Write sentences to standard error, one a line; names and values in them can't steer the terminal."""
    for sentence in sentences:
        from lintarticle.output.screen import escape  # most runs have nothing to say

        sys.stderr.write(f"lintarticle: {escape(sentence)}\n")
