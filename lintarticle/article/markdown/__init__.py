"""The body of an article: Markdown, with the HTML, components and shortcodes in it."""

from lintarticle.article.markdown.front_door import keep_closed

keep_closed()
