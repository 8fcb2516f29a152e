"""Files: whether they can be read as text."""
