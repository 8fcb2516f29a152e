"""Briefs handed off and their images brought back: where each image is expected, how it is written, where it goes."""
