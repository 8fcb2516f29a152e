"""Excerpts: the sentence or two that search results, feeds and cards show."""
