"""lintarticle: a linter for articles kept as Markdown in git."""

__version__ = "0.1.0"
