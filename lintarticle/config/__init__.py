"""Configuration: where it is found, what it says, and the settings that follow for one article."""
