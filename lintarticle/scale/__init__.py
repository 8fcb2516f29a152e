"""Sites beyond one machine: facts in shards, made by any number of workers, and compared by a database.

The libraries for it come with the extra `lintarticle[scale]`, and nothing else needs them.
"""
