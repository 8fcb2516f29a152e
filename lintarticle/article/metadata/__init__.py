"""The metadata of an article: canonical fields, the names that they go by, and what their values mean."""
