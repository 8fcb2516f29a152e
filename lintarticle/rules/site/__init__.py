"""Rules about what several articles of a site have in common."""
