import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import northline.core.ids
import northline.reporting.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("products", "0001_initial"),
        ("reporting", "0003_initiative_updates"),
        ("strategy", "0004_stakeholders"),
    ]

    operations = [
        migrations.AddField(
            model_name="share",
            name="framed_by",
            field=models.JSONField(default=northline.reporting.models.nothing),
        ),
        migrations.CreateModel(
            name="Digest",
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
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "frequency",
                    models.CharField(
                        choices=[("daily", "Daily"), ("weekly", "Weekly"), ("monthly", "Monthly")],
                        default="weekly",
                        max_length=8,
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField(default=0)),
                ("origin", models.CharField(blank=True, max_length=300)),
                ("begun_at", models.DateTimeField(null=True)),
                ("next_at", models.DateTimeField(null=True)),
                ("unsubscribed_at", models.DateTimeField(null=True)),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reporting.audience"
                    ),
                ),
                (
                    "begun_by",
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
                    "stakeholder",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="digest",
                        to="strategy.stakeholder",
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
                "indexes": [
                    models.Index(fields=["next_at"], name="digest_due"),
                    models.Index(fields=["product", "-created_at"], name="digest_of_product"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="digest_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("begun_at", None), ("next_at", None)),
                            models.Q(("begun_at__isnull", False), ("next_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="digest_that_is_on_is_due_some_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weekday__lte", 6)), name="digest_weekday_is_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DigestIssue",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("day", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("handed_over", "Handed Over"),
                            ("sent", "Sent"),
                            ("quiet", "Quiet"),
                            ("dropped", "Dropped"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("since", models.DateTimeField(null=True)),
                ("until", models.DateTimeField(null=True)),
                ("subject", models.CharField(blank=True, max_length=300)),
                ("news", models.PositiveIntegerField(default=0)),
                (
                    "digest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="issues",
                        to="reporting.digest",
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
                    models.UniqueConstraint(fields=("digest", "day"), name="digest_issue_once_a_day")
                ],
            },
        ),
    ]
