"""Metadata blocks: labelled lines around the body, and their move into the front matter."""
