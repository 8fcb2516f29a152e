"""What `lintarticle show` tells of an article: put together, written as JSON, drawn for people."""
