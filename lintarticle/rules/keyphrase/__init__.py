"""Keyphrases: whether the words that an article should be found by are where readers look. Skipped without one."""
