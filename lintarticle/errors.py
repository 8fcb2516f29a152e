"""Why a run ends early, in sentences for its user. Imports nothing, as every command imports it."""

from __future__ import annotations


class ConfigError(Exception):
    """Mistakes in a configuration: `messages` are whole sentences, each with its place (`file:line: …`)."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


class NotSavedError(Exception):
    """A text could not be written; the file is as it was. `str()` is a plain sentence."""
