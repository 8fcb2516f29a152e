"""Titles: the line that search results, feeds and readers see first."""
