"""What is searched: one entry for each object, and one for each remark about it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.core.scope import Place


class Entry(models.Model):
    """The words of one row, and where it lives, so that a search asks this table and the index alone.

    On PostgreSQL the table also has the column `vector`; on SQLite the words stand in the table `fulltext_index`.
    """

    id = models.BigAutoField(primary_key=True)
    workspace = models.ForeignKey("accounts.Workspace", on_delete=models.CASCADE, related_name="+")
    # The row whose words these are: the object itself, or something said about it.
    row_id = models.UUIDField(unique=True)
    kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    product_id = models.UUIDField(null=True)
    project_id = models.UUIDField(null=True)
    archived = models.BooleanField(default=False)
    key = models.CharField(max_length=24)
    title = models.CharField(max_length=300)
    labels = models.TextField(blank=True)
    words = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["object_id"], name="entry_of_object"),
            models.Index(fields=["workspace", "key"], name="entry_by_key"),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id, project_id=self.project_id)
