"""Types of work, which a workspace gives to its work items."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.core.models import Editable


class ItemType(Editable):
    """A type of work items, such as a bug or a story, of the whole workspace. An item without one is a plain task.

    Archived, it stays with the items that have it, and no other can be given it.
    """

    KIND: ClassVar[str] = "item_type"
    PREFIX: ClassVar[str] = "ITYPE"

    class Icon(models.TextChoices):
        CHECK = "check"
        BUG = "bug"
        BOOK = "book"
        FLASK = "flask"
        BULB = "bulb"
        TOOL = "tool"
        SHIELD = "shield"
        PALETTE = "palette"
        FILE = "file"
        CHAT = "chat"
        ROCKET = "rocket"
        ALERT = "alert"

    class Colour(models.TextChoices):
        GRAY = "gray"
        BLUE = "blue"
        TEAL = "teal"
        GREEN = "green"
        YELLOW = "yellow"
        ORANGE = "orange"
        RED = "red"
        GRAPE = "grape"

    description = models.CharField(max_length=300, blank=True)
    icon = models.CharField(max_length=12, choices=Icon, default=Icon.CHECK)
    colour = models.CharField(max_length=12, choices=Colour, default=Colour.GRAY)
    # Orders the types of a workspace.
    position = models.FloatField(default=0.0)
    # The states of work of this type, as `delivery.workflow` stores them; none: those of its project.
    workflow = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="item_type_key_once"),
            models.CheckConstraint(
                condition=models.Q(
                    icon__in=[
                        "check", "bug", "book", "flask", "bulb", "tool", "shield", "palette", "file", "chat",
                        "rocket", "alert",
                    ]
                ),
                name="item_type_icon_known",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    colour__in=["gray", "blue", "teal", "green", "yellow", "orange", "red", "grape"]
                ),
                name="item_type_colour_known",
            ),
        ]  # fmt: skip
