"""Front matter: fences, the three formats, and values with the place of each."""
