"""Attacks: what strangers may put into a repository, an article or the environment, and that it does no harm."""
