"""How a text reads: sentences, paragraphs, readability. All off by default, since tastes and readers differ."""
