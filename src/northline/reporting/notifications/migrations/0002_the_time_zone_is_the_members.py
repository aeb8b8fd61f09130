"""The time zone of notifications is the member's, for everything that asks for their days."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations


def give_to_members(apps: Any, schema: Any) -> None:
    member = apps.get_model("accounts", "Member")
    for row in apps.get_model("notifications", "NotificationSettings").objects.all():
        member.objects.filter(pk=row.member_id).update(time_zone=row.time_zone)


def take_from_members(apps: Any, schema: Any) -> None:
    for row in apps.get_model("notifications", "NotificationSettings").objects.select_related("member"):
        row.time_zone = row.member.time_zone or "UTC"
        row.save(update_fields=["time_zone"])


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("accounts", "0002_time_zones_of_members"),
        ("notifications", "0001_how_members_are_told"),
    ]

    operations: ClassVar = [
        migrations.RunPython(give_to_members, take_from_members),
        migrations.RemoveField(model_name="notificationsettings", name="time_zone"),
    ]
