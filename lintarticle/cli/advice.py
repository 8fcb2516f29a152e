"""What to do about the problems of a run, said once: how to have a rule explained, and a fix applied."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from lintarticle.output.contract import Summary

_CONFIGURATIONS = (".pre-commit-config.yaml", "prek.toml")


def advice_on(summary: Summary, *, is_fixing: bool = False) -> Sequence[str]:
    """Return the lines for people, if there are problems; `is_fixing`: fixes were applied or shown.

    In a hook only what the hooks offer works, since the program itself is not on the path of the writer.
    """
    if not summary.rules:
        return ()
    if os.environ.get("PRE_COMMIT"):
        return tuple(_in_hooks(fixable=bool(summary.fixable) and not is_fixing))
    lines = ["“lintarticle explain RULE” says more about a rule, with examples."]
    if summary.fixable and not is_fixing:
        lines.append("“lintarticle fix” applies the safe fixes, which keep the meaning; --diff shows them first.")
    return tuple(lines)


def _in_hooks(*, fixable: bool) -> Iterator[str]:
    from lintarticle.output.addresses import RULES_PAGE

    configured = _configured()
    if "lintarticle-explain" in configured:
        yield "“pre-commit run --hook-stage manual lintarticle-explain” says more about these rules."
    else:
        yield f"More about these rules: {RULES_PAGE}"
    if fixable and "lintarticle-fix" in configured:
        yield "“pre-commit run --hook-stage manual lintarticle-fix” applies the safe fixes, which keep the meaning."
    elif fixable:
        yield "The hook “lintarticle-fix”, if you add it, applies the safe fixes, which keep the meaning."


def _configured() -> str:
    """Return what configures the hooks of the working folder."""
    for name in _CONFIGURATIONS:
        try:
            with open(name, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - as `Path` would, unimported
                return file.read()
        except OSError:
            continue
    return ""
