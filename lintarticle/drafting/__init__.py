"""Articles to be written: how those of a site look, a new one, and an example made from nothing but a contract."""
