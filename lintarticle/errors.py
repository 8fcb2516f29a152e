"""Why a run ends early, in sentences for its user. Imports nothing, as every command imports it."""

from __future__ import annotations


class ConfigError(Exception):
    """Mistakes in a configuration: `messages` are whole sentences, each with its place (`file:line: …`)."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


class NotSavedError(Exception):
    """A text could not be written; the file is as it was. `str()` is a plain sentence."""


class InternalError(Exception):
    """A defect of lintarticle itself, met while it looked at one article."""

    def __init__(self, path: str, where: str, cause: str) -> None:
        super().__init__(f"internal error in {where} at {path}: {cause}")
        self.path = path
        self.where = where
        self.cause = cause

    def __reduce__(self) -> tuple[type[InternalError], tuple[str, str, str]]:
        return InternalError, (self.path, self.where, self.cause)


def cause_of(error: BaseException, package: str = "lintarticle") -> str:
    """Name an exception with the place in our code, or a plugin's, that raised it: no traceback."""
    place = ""
    traceback = error.__traceback__
    while traceback:
        module = traceback.tb_frame.f_globals.get("__name__", "")
        if module.partition(".")[0] == package and module not in _GUARDS:
            place = f" ({module}:{traceback.tb_lineno})"
        traceback = traceback.tb_next
    return f"{type(error).__name__}: {error}{place}"


_GUARDS = frozenset({"lintarticle.linter", "lintarticle.findings"})
"""Modules that run what may fail: naming them says nothing."""
