"""An article moved to another path: what leads to it follows, and its old address is kept."""
