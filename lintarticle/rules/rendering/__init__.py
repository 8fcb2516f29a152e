"""What the site's own renderer shows broken."""
