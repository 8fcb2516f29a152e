"""Links: where they lead, and what they say."""
