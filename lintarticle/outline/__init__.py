"""Outlines: the section structure that a type of article asks for, and how an article's sections compare."""
