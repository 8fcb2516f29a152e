"""What a piece of text says of itself: its length, its language, its markup, what damaged it."""
