"""Take the hashes of former passwords of shares out of what undo keeps."""

from typing import Any

from django.db import migrations

FORGOTTEN = "forgotten"


def forget(apps: Any, schema_editor: Any) -> None:
    """Put a mark in the place of each hash."""
    changes = apps.get_model("core", "Change").objects.filter(object_kind="share", verb__in=["edited", "undid"])
    for change in changes.exclude(undo={}).iterator():
        fields = change.undo.get("fields", {})
        if fields.get("password_hash") not in (None, "", FORGOTTEN):
            change.undo = change.undo | {"fields": fields | {"password_hash": FORGOTTEN}}
            change.save(update_fields=["undo"])


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0006_shares_are_edited"),
        ("core", "0004_changes_of_a_product"),
    ]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
