"""Articles to be written: what a site's articles look like, a new one, and an example made from a contract alone."""
