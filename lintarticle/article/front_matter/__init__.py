"""Front matter: fences, the formats, and values with their spans."""
