"""lintarticle: a linter for articles kept as Markdown in git."""

from lintarticle.version import __version__

__all__ = ["__version__"]
