"""Debris: what paste and generation leave behind."""
