"""What readers of an article get to see, as HTML: enough to tell whether an edit changed it."""

from __future__ import annotations

from lintarticle.article.article import Article
from lintarticle.source import Span


def body_html(article: Article) -> str:
    """Render the body, front matter and metadata blocks left out, comments dropped, runs of line ends squeezed.

    Tables and strikethrough are the only extensions: what other dialects add stays text and is compared as such.
    """
    from markdown_it import MarkdownIt  # only fixes need a rendering

    hidden = [block.span for block in article.blocks]
    hidden += [comment.span for comment in article.body.comments if comment.kind != "html"]
    if article.source.has_bom:
        hidden.append(Span(0, 1))
    if article.front_matter:
        hidden.append(article.front_matter.span)
    parser = MarkdownIt("commonmark", {"typographer": False}).enable(["table", "strikethrough"])
    html = parser.render(_blanked(article.text, hidden))
    return "\n".join(line for line in _without_comments(html).split("\n") if line.strip())


def _blanked(text: str, hidden: list[Span]) -> str:
    """Empty the lines under the spans; the rest keeps its lines."""
    pieces, at = [], 0
    for span in sorted(hidden):
        pieces += [text[at : span.start], "\n" * text.count("\n", span.start, span.end)]
        at = max(at, span.end)
    return "".join([*pieces, text[at:]])


def _without_comments(html: str) -> str:
    """Cut comments out, and the blanks before one that ends its line or its element."""
    pieces, at = [], 0
    while (start := html.find("<!--", at)) >= 0:
        end = html.find("-->", start + 4)
        if end < 0:
            break
        before, at = html[at:start], end + 3
        pieces.append(before.rstrip(" ") if html.startswith(("\n", "</"), at) else before)
    return "".join([*pieces, html[at:]])
