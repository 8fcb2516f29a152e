"""The parts of reading a Markdown body: `lintarticle.article.markdown` puts them together."""
