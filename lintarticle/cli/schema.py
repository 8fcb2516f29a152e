"""`lintarticle schema`: JSON Schemas of the front matter of a type, of `lintarticle.toml` and of briefs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lintarticle.cli.arguments import Parser, add_no_code
from lintarticle.cli.configurations import named_type
from lintarticle.cli.errors import CLEAN, UsageError
from lintarticle.cli.streams import say
from lintarticle.config.configuration import ArticleType
from lintarticle.config.discovery import Configurations

BRIEFS = "briefs"


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("schema", "Print a JSON Schema, for editors that complete and check front matter or TOML.")
    parser.add_argument(
        "type", metavar="TYPE", nargs="?", help="a type of article, or “briefs” for what that command writes"
    )
    parser.add_argument("--config", action="store_true", help="print the schema of lintarticle.toml instead")
    add_no_code(parser)
    options = parser.parse(arguments)
    if options.config and options.type:
        raise UsageError("--config can’t be combined with a type.")
    document = _of_configuration() if options.config else _of_front_matter(options.type, no_code=options.no_code)
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    return CLEAN


def _of_configuration() -> dict[str, Any]:
    from lintarticle.config.editor_schema import schema_of_configuration

    return schema_of_configuration()


def _of_front_matter(name: str | None, *, no_code: bool) -> dict[str, Any]:
    """Return the schema of a type, or of all known fields if the configuration has no types."""
    folder = Path.cwd()
    configurations = Configurations(folder, no_code=no_code)
    kinds = configurations.of(folder).types
    say(configurations.warnings)
    if name == BRIEFS and name not in (kind.name for kind in kinds):
        from lintarticle.briefs.listing import schema_of_briefs

        return schema_of_briefs()
    kind = _chosen(name, kinds)
    if kind and kind.contract:
        return kind.contract.json_schema()
    from lintarticle.schema.fields_contract import schema_of_known_fields

    return schema_of_known_fields()


def _chosen(name: str | None, kinds: Sequence[ArticleType]) -> ArticleType | None:
    names = [kind.name for kind in kinds]
    if name is None and len(kinds) > 1:
        raise UsageError(f"There are several types of articles; name one of {', '.join(names)}.")
    if name is None:
        return kinds[0] if kinds else None
    return named_type(name, kinds)
