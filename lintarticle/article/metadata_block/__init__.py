"""Metadata blocks: labelled lines before or after the body."""
