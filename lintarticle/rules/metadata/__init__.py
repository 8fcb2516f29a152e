"""Metadata: what holds on any site, in front matter and metadata blocks alike."""
