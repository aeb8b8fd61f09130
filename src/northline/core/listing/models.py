"""What people make of lists: saved views, which of them opens first, and fields of their own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from northline.core.models import Customised, Editable, Row
from northline.core.scope import Place


class SavedView(Editable):
    """A named way to look at a list: of one product, or of the whole workspace. Its owner's alone unless shared."""

    KIND: ClassVar[str] = "saved_view"
    PREFIX: ClassVar[str] = "VIEW"

    object_kind = models.CharField(max_length=24)
    product_id = models.UUIDField(null=True)
    owner = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    shared = models.BooleanField(default=False)
    # Filters, sort, group, columns and layout, as `schemas.ViewConfig` has them.
    config = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="saved_view_key_once")
        ]
        indexes: ClassVar = [models.Index(fields=["workspace", "object_kind"], name="saved_view_of_kind")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class DefaultView(Row):
    """The view that a list opens with for one member."""

    KIND: ClassVar[str] = "default_view"

    member = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    object_kind = models.CharField(max_length=24)
    product_id = models.UUIDField(null=True)
    view = models.ForeignKey(SavedView, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["member", "object_kind", "product_id"], name="default_view_of_product_once"
            ),
            # Two nulls are no equals to a database.
            models.UniqueConstraint(
                fields=["member", "object_kind"],
                condition=Q(product_id=None),
                name="default_view_of_workspace_once",
            ),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class CustomField(Editable):
    """A field that people added to a kind, for one product or for the whole workspace.

    `name` is the name of its values in the column `custom` of the objects. It is never given twice for a kind of a
    workspace, not even once the field is archived: values that were kept must not come back as something else.
    """

    KIND: ClassVar[str] = "custom_field"
    PREFIX: ClassVar[str] = "FIELD"

    class Type(models.TextChoices):
        TEXT = "text"
        NUMBER = "number"
        DATE = "date"
        CHOICE = "choice"
        TAGS = "tags"
        YES_NO = "yes_no"
        PERSON = "person"
        REFERENCE = "reference"

    object_kind = models.CharField(max_length=24)
    product_id = models.UUIDField(null=True)
    name = models.CharField(max_length=40)
    type = models.CharField(max_length=12, choices=Type)
    # Of a choice or of tags: objects of `value`, which never changes, and `label`, which may.
    options = models.JSONField(default=list)
    # Of a reference: the kind that it leads to.
    of = models.CharField(max_length=24, blank=True)
    description = models.CharField(max_length=300, blank=True)
    # The types of objects that it holds for alone, by their ids, None for those without one; none named: for all.
    only_types = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="custom_field_key_once"),
            models.UniqueConstraint(
                fields=["workspace", "object_kind", "name"], name="custom_field_name_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    type__in=["text", "number", "date", "choice", "tags", "yes_no", "person", "reference"]
                ),
                name="custom_field_type_known",
            ),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id)

    def holds_for(self, row: Customised) -> bool:
        """Has an object of the row's type this field?"""
        type_id = getattr(row, f"{row.TYPED_BY}_id") if row.TYPED_BY else None
        return not self.only_types or (str(type_id) if type_id else None) in self.only_types
