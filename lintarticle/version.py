"""The version, by itself so that any layer may ask for it."""

__version__ = "0.1.0"
