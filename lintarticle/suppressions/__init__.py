"""Comments in an article that suppress problems: parsed, applied, written."""
