"""Calendars and resources get keys and versions, and may belong to the whole workspace."""

from __future__ import annotations

import itertools

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models
from django.db.models import Q

import northline.core.ids

EDITABLE = (
    ("key", models.CharField(default="", max_length=24)),
    ("version", models.PositiveIntegerField(default=1)),
    ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
    ("archived_at", models.DateTimeField(blank=True, null=True)),
)
_SELF = {"null": True, "on_delete": django.db.models.deletion.SET_NULL, "related_name": "+"}


def give_keys(apps, schema_editor):
    """Number the rows of each workspace in the order of their making, and leave the counters there."""
    counter = apps.get_model("core", "Counter")
    for name, prefix in (("PlanCalendar", "CAL"), ("Resource", "RES")):
        model = apps.get_model("delivery", name)
        rows = model.objects.order_by("workspace_id", "created_at", "pk").only("pk", "workspace_id")
        for workspace_id, mine in itertools.groupby(rows, key=lambda row: row.workspace_id):
            numbered = list(mine)
            for number, row in enumerate(numbered, 1):
                row.key = f"{prefix}-{number}"
            model.objects.bulk_update(numbered, ["key"], batch_size=500)
            counter.objects.update_or_create(
                workspace_id=workspace_id, name=f"key:{prefix}", defaults={"value": len(numbered)}
            )


def give_types(apps, schema_editor):
    """What was work is taken for people; material and costs stay what they were."""
    rows = apps.get_model("delivery", "Resource").objects.exclude(kind="work")
    for kind in ("material", "cost"):
        rows.filter(kind=kind).update(type=kind)


def give_kinds_back(apps, schema_editor):
    rows = apps.get_model("delivery", "Resource").objects
    for kind in ("material", "cost"):
        rows.filter(type=kind).update(kind=kind)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0001_initial"),
        ("delivery", "0005_states_and_owners_of_work"),
    ]

    operations = [
        migrations.RenameField("plancalendar", "name", "title"),
        migrations.AlterField("plancalendar", "title", models.CharField(max_length=300)),
        migrations.RenameField("resource", "name", "title"),
        *(
            migrations.AddField(model, name, field)
            for model in ("plancalendar", "resource")
            for name, field in EDITABLE
        ),
        *(
            migrations.AlterField(
                model,
                "project",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to="delivery.project",
                ),
            )
            for model in ("plancalendar", "resource")
        ),
        migrations.AddField("plancalendar", "country", models.CharField(blank=True, max_length=2)),
        migrations.AddField("plancalendar", "region", models.CharField(blank=True, max_length=10)),
        migrations.AddField(
            "resource",
            "type",
            models.CharField(
                choices=[
                    ("person", "Person"),
                    ("role", "Role"),
                    ("team", "Team"),
                    ("equipment", "Equipment"),
                    ("material", "Material"),
                    ("cost", "Cost"),
                ],
                default="person",
                max_length=10,
            ),
        ),
        migrations.AddField("resource", "custom", models.JSONField(blank=True, default=dict)),
        migrations.AddField("resource", "member", models.ForeignKey(to="accounts.member", **_SELF)),
        migrations.AddField("resource", "role", models.ForeignKey(to="delivery.resource", **_SELF)),
        migrations.AddField("resource", "team", models.ForeignKey(to="delivery.resource", **_SELF)),
        migrations.AddField("resource", "skills", models.JSONField(blank=True, default=list)),
        migrations.AddField("resource", "skill_levels", models.JSONField(blank=True, default=dict)),
        migrations.AddField("resource", "time_off", models.JSONField(blank=True, default=list)),
        migrations.AddField("resource", "capacity_steps", models.JSONField(blank=True, default=list)),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.RunPython(give_types, give_kinds_back),
        migrations.RemoveField("resource", "kind"),
        *(
            migrations.AlterField(model, "key", models.CharField(max_length=24))
            for model in ("plancalendar", "resource")
        ),
        migrations.AddConstraint(
            "plancalendar",
            models.UniqueConstraint(fields=["workspace", "key"], name="calendar_key_once"),
        ),
        migrations.AddConstraint(
            "resource", models.UniqueConstraint(fields=["workspace", "key"], name="resource_key_once")
        ),
        migrations.AddConstraint(
            "resource",
            models.UniqueConstraint(
                fields=["workspace", "member"],
                condition=Q(project=None, archived_at=None),
                name="resource_member_once",
            ),
        ),
        migrations.CreateModel(
            name="ResourceRate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("since", models.DateField(null=True)),
                ("per_hour", models.FloatField(default=0.0)),
                ("overtime_per_hour", models.FloatField(default=0.0)),
                ("per_use", models.FloatField(default=0.0)),
                (
                    "resource",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.resource"
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("resource", "since"), name="rate_since_once"),
                    models.UniqueConstraint(
                        condition=Q(since=None), fields=("resource",), name="rate_from_the_beginning_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(per_hour__gte=0, overtime_per_hour__gte=0, per_use__gte=0),
                        name="rate_not_negative",
                    ),
                ],
            },
        ),
        migrations.AddField(
            "assignment",
            "booking",
            models.CharField(choices=[("hard", "Hard"), ("soft", "Soft")], default="hard", max_length=4),
        ),
        migrations.AddField("workitem", "task_type", models.CharField(default="fixed_units", max_length=14)),
        migrations.AddField("workitem", "effort_driven", models.BooleanField(default=False)),
        migrations.AddConstraint(
            "workitem",
            models.CheckConstraint(
                condition=Q(task_type__in=["fixed_units", "fixed_duration", "fixed_work"]),
                name="item_task_type_known",
            ),
        ),
    ]
