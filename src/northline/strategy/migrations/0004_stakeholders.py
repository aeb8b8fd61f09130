import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import northline.core.ids
import northline.strategy.stakeholders.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("products", "0001_initial"),
        ("strategy", "0003_scorecards"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stakeholder",
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
                ("organisation", models.CharField(blank=True, max_length=200)),
                ("position", models.CharField(blank=True, max_length=200)),
                ("power", models.PositiveSmallIntegerField(default=50)),
                ("interest", models.PositiveSmallIntegerField(default=50)),
                (
                    "attitude",
                    models.CharField(
                        choices=[
                            ("champion", "Champion"),
                            ("supportive", "Supportive"),
                            ("neutral", "Neutral"),
                            ("critical", "Critical"),
                            ("opposed", "Opposed"),
                        ],
                        default="neutral",
                        max_length=12,
                    ),
                ),
                ("concerns", models.TextField(blank=True)),
                ("boxes", models.JSONField(default=northline.strategy.stakeholders.models.none_named)),
                (
                    "member",
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
            ],
            options={
                "indexes": [models.Index(fields=["product", "-created_at"], name="stakeholder_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="stakeholder_key_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("member__isnull", False)),
                        fields=("product", "member"),
                        name="stakeholder_member_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("interest__lte", 100), ("power__lte", 100)),
                        name="stakeholder_scales_end_at_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOff",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("content_hash", models.CharField(max_length=64)),
                ("material", models.JSONField(default=northline.strategy.stakeholders.models.none_named)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_off",
                        to="strategy.vision",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                ("asked", models.ManyToManyField(related_name="+", to="strategy.stakeholder")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("channel", models.CharField(blank=True, max_length=60)),
                ("summary", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tellings",
                        to="strategy.stakeholder",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="strategy.vision",
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
                    models.Index(fields=["stakeholder", "-created_at"], name="telling_to_stakeholder")
                ],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "word",
                    models.CharField(
                        choices=[
                            ("agree", "Agree"),
                            ("reservation", "Reservation"),
                            ("objection", "Objection"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("content_hash", models.CharField(max_length=64)),
                (
                    "sign_off",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="strategy.signoff",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
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
                    models.Index(fields=["stakeholder", "-created_at"], name="verdict_of_stakeholder")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("word", "agree"), models.Q(("text", ""), _negated=True), _connector="OR"
                        ),
                        name="verdict_says_why_unless_it_agrees",
                    )
                ],
            },
        ),
    ]
