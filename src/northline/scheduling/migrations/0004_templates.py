"""Plans are kept as templates."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import northline.core.ids


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("accounts", "0001_initial"),
        ("delivery", "0007_checklists"),
        ("scheduling", "0003_baselines_and_scenarios"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="PlanTemplate",
            fields=[
                ("id", models.UUIDField(default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("key", models.CharField(max_length=24)),
                ("title", models.CharField(max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("archived_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
                ("anchor", models.CharField(default="start", max_length=6)),
                ("span_days", models.PositiveIntegerField(default=0)),
                ("item_count", models.PositiveIntegerField()),
                ("roles", models.JSONField(blank=True, default=list)),
                ("items", models.TextField()),
                ("made_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="accounts.member")),
                ("taken_from", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="delivery.project")),
                ("workspace", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("workspace", "key"), name="plan_template_key_once"), models.CheckConstraint(condition=models.Q(("anchor__in", ["start", "finish"])), name="plan_template_anchor_known")],
            },
        ),
    ]
