"""Bytes to `Article`: the only place that knows front matter formats, Markdown and metadata blocks."""
