"""Messages, manuals, guides and the code's own words avoid phrases that are grammatical but that nobody would write.

`PHRASES` lists each with what to write instead. Examples in fences and code spans are data and are skipped.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent

PHRASES = {
    r"\b(?:stands?|stood)\b(?! (?:for|out)\b)": "is, are, was",
    r"\btells\b": "says",
    r"\b(?<!there )(?:is|are|was) no\b(?! longer\b)": "is not a",
    r"\bbeside\b": "next to, besides",
    r"\blet pass\b": "is skipped, is allowed",
    r"\bnone where\b": "none if",
    r", expected\b": "; expected, or say what to do",
    r"\buntil asked for\b": "by default",
    r"\bsilences? nothing\b": "has no effect",
    r"\bwith blanks\b|\bblanks? (?:after|before)\b": "space",
    r"\bmisspelt one\b|\bis none that\b": "a typo, unknown",
    r"\bthere is no such\b": "it does not exist; in docstrings: or None",
    r"\bnobody (?:reads|writes|wrote|keeps|wants|searches|sees|means|configured|can)\b": "not, or no reader, no writer",
    r"\bfor want of\b": "for lack of",
    r"\bto blame\b": "is about, is wrong",
    r"\b(?:goes|go|went) on (?:with|over|behind|at|in)\b": "continues",
    r"\bthat is none\b": "is not one, is not valid",
    r"\bis as it should be\b": "is intended",
    r"\b(?:is|are) there twice\b": "is repeated",
    r"\ball that follows\b": "everything after it",
    r"\bexclude each other\b": "can't be used together",
    r"\bhalf way\b": "halfway",
    r"\bmakes? a (?:heading|row|line) of\b": "turns into",
    r"\b(?:inside|outside) of\b": "inside, outside",
    r"\bback-ticks?\b": "backtick",
    r"\bwhatever (?:makes|comes out|knows)\b": "what, the program that",
    r"\bwhat (?:came|comes|becomes|became) of\b": "the result of, the results of",
    r"\banew\b": "again",
    r"\b(?:field|defect|name|figure|image|word)s? of ours\b": "our",
    r"\ball the same\b": "anyway, although",
    r"\b(?:has|have) a say\b": "counts, decides",
    r"\bin letter case alone\b": "only in letter case",
    r"\bin vain\b": "without success",
    r"\b(?:is|are) there to try programs\b": "exists to test programs",
    r"\bwould (?:also )?do\b(?=[.;,])": "fits, can be used",
}
"""Regular expressions for phrases to avoid, and what to write instead."""

FOR_WRITERS = frozenset(phrase for phrase, instead in PHRASES.items() if instead == "space")
"""Phrases that code may use of itself: to it, a blank is any white space."""

WORD_LISTS = ("languages/", "latin_index.py", "placement_words.py")
"""Modules whose strings are words that articles use."""


def _without_code(text: str) -> str:
    """Remove fences and code spans from Markdown."""
    text = re.sub(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[ \t]*$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(`+)[^`]+\1", "", text)


def _found(text: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    plain = " ".join(text.split())
    return [
        f"“{plain[max(0, found.start() - 30) : found.end() + 20]}”: write {instead}"
        for phrase, instead in PHRASES.items()
        if phrase not in allowed
        for found in re.finditer(phrase, plain, re.IGNORECASE)
    ]


def _literals(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every string in a module that is not a docstring; f-strings as one text."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    skipped |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


def _notes(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every docstring and comment in a module."""
    text = path.read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, _without_code(node.value.value)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], _without_code(token.string)


MODULES = sorted(
    path for path in (CHECKOUT / "lintarticle").rglob("*.py") if not any(part in path.as_posix() for part in WORD_LISTS)
)

PAGES = sorted(
    [*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md"), *(CHECKOUT / "lintarticle").rglob("presets/*.toml")]
)


@pytest.mark.parametrize(
    "folder",
    sorted({path.parent for path in MODULES}),
    ids=lambda path: path.relative_to(CHECKOUT).as_posix(),
)
def test_messages_are_plain_english(folder: Path) -> None:
    modules = [path for path in MODULES if path.parent == folder]
    found = [
        f"{path.relative_to(CHECKOUT)}:{line}: {phrase}"
        for path in modules
        for line, text in _literals(path)
        for phrase in _found(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "folder",
    sorted({path.parent for path in (CHECKOUT / "lintarticle").rglob("*.py")}),
    ids=lambda path: path.relative_to(CHECKOUT).as_posix(),
)
def test_docstrings_and_comments_are_plain_english(folder: Path) -> None:
    found = [
        f"{path.relative_to(CHECKOUT)}:{line}: {phrase}"
        for path in sorted(folder.glob("*.py"))
        for line, text in _notes(path)
        for phrase in _found(text, FOR_WRITERS)
    ]
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_pages_are_plain_english(page: Path) -> None:
    assert _found(_without_code(page.read_text("utf-8"))) == []
