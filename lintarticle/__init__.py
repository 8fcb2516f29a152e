"""lintarticle: a linter for articles kept as Markdown in git.

`check_text` and `check_paths` lint from a program, `FrontMatterHandler` reads front matter for python-frontmatter; all
import their module at first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from lintarticle.version import __version__

TYPE_CHECKING = False  # as in `typing`, whose import would cost every command 5 ms
if TYPE_CHECKING:
    from lintarticle.article.article import Article
    from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
    from lintarticle.problem import Problem
    from lintarticle.programs import check_paths, check_text

__all__ = ["Article", "FrontMatterHandler", "Problem", "__version__", "check_paths", "check_text"]

_HOMES = {
    "Article": "lintarticle.article.article",
    "FrontMatterHandler": "lintarticle.article.front_matter.front_matter_reader",
    "Problem": "lintarticle.problem",
    "check_paths": "lintarticle.programs",
    "check_text": "lintarticle.programs",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
