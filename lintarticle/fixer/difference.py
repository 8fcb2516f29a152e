"""The changes of an article as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator

_NO_LINE_END = "\\ No newline at end of file\n"


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a diff that `git apply` and `patch -p1` take, each with its line end."""
    from difflib import unified_diff as compare  # 5 ms, and only --diff needs it

    for line in compare(_lines(before), _lines(after), f"a/{path}", f"b/{path}"):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n"
            yield _NO_LINE_END


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    last = lines.pop()
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
