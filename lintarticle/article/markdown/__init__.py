"""The body of an article: Markdown, with the HTML, components and shortcodes in it."""
