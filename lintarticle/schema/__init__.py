"""What a site asks of the metadata of an article: a table of fields, a JSON Schema, or a pydantic model.

Each is read into a `Contract`, which turns an article into faults with places. The modules know nothing of
configuration files: tables come as plain Python values, and mistakes go back with the keys that lead to them.
"""
