"""The site's own requirements: what an article type requires of the metadata."""
