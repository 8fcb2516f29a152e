"""What was understood of one article, as plain data: for `show`, the page and JSON."""
