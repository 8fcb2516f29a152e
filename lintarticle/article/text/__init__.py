"""What can be said of a piece of text: its length, its language, its sentences."""
