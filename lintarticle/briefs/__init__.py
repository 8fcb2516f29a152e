"""Briefs and their finished images: where each image is expected, how it is written, where it goes."""
