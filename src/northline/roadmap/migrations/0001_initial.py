import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import northline.core.ids
import northline.products.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("products", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Lane",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("key", models.CharField(max_length=24)),
                ("title", models.CharField(max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("archived_at", models.DateTimeField(blank=True, null=True)),
                ("colour", models.CharField(blank=True, max_length=20)),
                ("position", models.FloatField(default=0)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="products.product"
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
                "indexes": [models.Index(fields=["product", "position"], name="lane_of_product")],
                "constraints": [models.UniqueConstraint(fields=("workspace", "key"), name="lane_key_once")],
            },
        ),
        migrations.CreateModel(
            name="Initiative",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("key", models.CharField(max_length=24)),
                ("title", models.CharField(max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("archived_at", models.DateTimeField(blank=True, null=True)),
                ("body", models.JSONField(default=northline.products.models.no_words)),
                ("words", models.TextField(blank=True)),
                ("position", models.FloatField(default=0)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("idea", "Idea"),
                            ("planned", "Planned"),
                            ("committed", "Committed"),
                            ("in_progress", "In Progress"),
                            ("done", "Done"),
                        ],
                        default="idea",
                        max_length=12,
                    ),
                ),
                (
                    "horizon",
                    models.CharField(
                        blank=True,
                        choices=[("now", "Now"), ("next", "Next"), ("later", "Later")],
                        max_length=8,
                    ),
                ),
                ("window_start", models.DateField(null=True)),
                ("window_finish", models.DateField(null=True)),
                (
                    "window_precision",
                    models.CharField(
                        blank=True,
                        choices=[("day", "Day"), ("month", "Month"), ("quarter", "Quarter")],
                        max_length=8,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="products.product"
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                (
                    "lane",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="roadmap.lane",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["product", "-created_at"], name="initiative_of_product"),
                    models.Index(fields=["lane"], name="initiative_of_lane"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="initiative_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("window_finish", None), ("window_precision", ""), ("window_start", None)
                            ),
                            models.Q(
                                ("window_finish__isnull", False),
                                ("window_precision__in", ["day", "month", "quarter"]),
                                ("window_start__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="initiative_window_whole_or_none",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("window_start", None),
                            ("window_start__lte", models.F("window_finish")),
                            _connector="OR",
                        ),
                        name="initiative_starts_before_it_finishes",
                    ),
                ],
            },
        ),
    ]
