"""The parts of reading a Markdown body: `lintarticle.article.body.read` puts them together."""
