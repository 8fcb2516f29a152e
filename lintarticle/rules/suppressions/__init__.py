"""Suppressions: comments that suppress a rule must be correct themselves."""
