"""Edits of front matter by spans: keys, values and list items change, every other character stays.

Works on YAML (lines and brackets), TOML, JSON and unfenced headers. Every function returns `()` where the change
can't be made without harm: broken front matter, a value shared through an anchor, a table scattered over the
file. Then there is no fix to offer. Nodes and entries must be those of the article's own front matter.
"""

from lintarticle.article.editing.fields import cut_field, remove_field_item, remove_markup, set_field, set_field_item
from lintarticle.article.editing.items import insert_item, remove_item, remove_items, split_only_item
from lintarticle.article.editing.keys import insert_key, insert_keys, remove_entry, rename_key, reorder_entries
from lintarticle.article.editing.layout import Editable, entry_of
from lintarticle.article.editing.value_edits import quote_value, set_value, split_into_list, wrap_in_list
from lintarticle.article.editing.writing import Value, is_plain_yaml, write_key, write_scalar

__all__ = [
    "Editable",
    "Value",
    "cut_field",
    "entry_of",
    "insert_item",
    "insert_key",
    "insert_keys",
    "is_plain_yaml",
    "quote_value",
    "remove_entry",
    "remove_field_item",
    "remove_item",
    "remove_items",
    "remove_markup",
    "rename_key",
    "reorder_entries",
    "set_field",
    "set_field_item",
    "set_value",
    "split_into_list",
    "split_only_item",
    "wrap_in_list",
    "write_key",
    "write_scalar",
]
