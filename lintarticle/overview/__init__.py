"""How one article was read, as plain data: for `show`, the page and JSON."""
