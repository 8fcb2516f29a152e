"""Illustrations: the briefs for pictures, and where they go."""
