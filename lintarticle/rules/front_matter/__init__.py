"""Front matter: whether the block at the start of the file can be read at all."""
