"""Output formats: one module each, imported on demand."""

from __future__ import annotations

from importlib import import_module

from lintarticle.output.contract import Output, Sink

FORMATS = {
    "full": "lintarticle.output.full",
    "concise": "lintarticle.output.concise",
    "grouped": "lintarticle.output.grouped",
    "json": "lintarticle.output.json_object",
    "jsonl": "lintarticle.output.jsonl",
    "sarif": "lintarticle.output.sarif",
    "github": "lintarticle.output.github",
    "gitlab": "lintarticle.output.gitlab",
    "junit": "lintarticle.output.junit",
    "rdjson": "lintarticle.output.rdjson",
    "checkstyle": "lintarticle.output.checkstyle",
    "html": "lintarticle.output.html",
}
"""Format name → module, in documentation order. Such a module has a class `Format(Output)` made from a `Sink`."""

DEFAULT = "full"


def open_output(name: str, sink: Sink) -> Output:
    """Return the output of a format of `FORMATS` that writes to a sink."""
    output: Output = import_module(FORMATS[name]).Format(sink)
    return output
