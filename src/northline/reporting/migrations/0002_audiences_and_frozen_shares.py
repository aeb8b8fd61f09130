import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import northline.core.ids
import northline.reporting.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("products", "0001_initial"),
        ("reporting", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ShareVisit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("day", models.DateField()),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "share",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visits",
                        to="reporting.share",
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
                    models.UniqueConstraint(fields=("share", "day"), name="share_visit_once_a_day")
                ],
            },
        ),
        migrations.AddField(
            model_name="share",
            name="frozen",
            field=models.JSONField(null=True),
        ),
        migrations.CreateModel(
            name="Audience",
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
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("executives", "Executives"),
                            ("sales", "Sales"),
                            ("customers", "Customers"),
                            ("engineering", "Engineering"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("fields", models.JSONField(default=northline.reporting.models.nothing)),
                ("statuses", models.JSONField(default=northline.reporting.models.nothing)),
                (
                    "precision",
                    models.CharField(
                        choices=[("exact", "Exact"), ("month", "Month"), ("quarter", "Quarter")], max_length=8
                    ),
                ),
                (
                    "layout",
                    models.CharField(
                        choices=[("timeline", "Timeline"), ("horizons", "Horizons")],
                        default="timeline",
                        max_length=10,
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
            ],
            options={
                "indexes": [models.Index(fields=["product", "-created_at"], name="audience_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="audience_key_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="share",
            name="audience",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reporting.audience",
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience", None), ("view", "roadmap"), _connector="OR"),
                name="share_for_an_audience_is_of_a_roadmap",
            ),
        ),
    ]
