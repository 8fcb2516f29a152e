"""Structure: headings, and the sections that they open."""
