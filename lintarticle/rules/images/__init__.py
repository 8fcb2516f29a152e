"""Images: those that the body shows, and the cover."""
