"""The one view of the metadata: canonical fields, their names, and what their values mean."""
