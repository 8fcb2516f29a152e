"""Illustrations: briefs for pictures, and where each picture goes."""
