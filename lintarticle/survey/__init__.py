"""What a site is, from its own files and articles: its platform and folders, and what its articles have in common."""
