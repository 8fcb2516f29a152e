"""What a configuration can set, declared where it is used: one annotation is the key, its type and what it is for."""

from __future__ import annotations


class Setting:
    """What an annotation says of a setting.

    `slugger: Annotated[Slugger, Setting("How headings become anchors, by platform.")] = "any"`. The key is the name
    with hyphens, in `table` if that is given. Of several layers the strongest that has the key decides; tables are
    merged key by key, and if `adds` is set, lists are joined.
    """

    __slots__ = ("adds", "description", "table")

    def __init__(self, description: str, *, table: str = "", adds: bool = False) -> None:
        self.description = description
        self.table = table
        self.adds = adds
