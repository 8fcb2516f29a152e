"""Moving an article to another path: links to it are changed, and its old address is kept."""
