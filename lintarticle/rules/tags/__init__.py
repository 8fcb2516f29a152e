"""Tags: the words under which an article is filed."""
