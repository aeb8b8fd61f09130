"""An element of a plan's XML as a plain value."""


class Record:
    """An element without its XML: `text` of its children by tag (the first wins), others in `groups`."""

    __slots__ = ("groups", "text")

    def __init__(self, text: dict[str, str], groups: "dict[str, list[Record]] | None" = None) -> None:
        self.text, self.groups = text, groups or {}

    def all(self, *path: str) -> "list[Record]":
        """Records at the end of a path of tags: `calendar.all("WeekDays", "WeekDay")`."""
        found = [self]
        for tag in path:
            found = [child for record in found for child in record.groups.get(tag, ())]
        return found
