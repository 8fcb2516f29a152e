"""The parts of reading a Markdown body: `lintarticle.article.markdown.body_reader` puts them together."""
