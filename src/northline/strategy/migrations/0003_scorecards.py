import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import northline.core.ids
import northline.strategy.scoring.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("products", "0001_initial"),
        ("strategy", "0002_custom_values"),
    ]

    operations = [
        migrations.CreateModel(
            name="Scorecard",
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
                ("method", models.CharField(max_length=16)),
                (
                    "about",
                    models.CharField(
                        choices=[("idea", "Idea"), ("initiative", "Initiative")],
                        default="initiative",
                        max_length=12,
                    ),
                ),
                ("factors", models.JSONField(default=list)),
                ("formula", models.CharField(max_length=500)),
                ("effort", models.CharField(blank=True, max_length=40)),
                ("days_per_unit", models.FloatField(default=1.0)),
                ("cut_days", models.FloatField(null=True)),
                ("cut_count", models.PositiveIntegerField(null=True)),
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
                "indexes": [models.Index(fields=["product", "-created_at"], name="scorecard_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="scorecard_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(("days_per_unit__gt", 0)), name="scorecard_unit_takes_days"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cut_days", None), ("cut_days__gte", 0), _connector="OR"),
                        name="scorecard_capacity_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KanoAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("subject_id", models.UUIDField()),
                ("respondent", models.CharField(max_length=200)),
                ("functional", models.PositiveSmallIntegerField()),
                ("dysfunctional", models.PositiveSmallIntegerField()),
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
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kano_answers",
                        to="strategy.scorecard",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scorecard", "subject_id", "respondent"), name="kano_answer_once_a_respondent"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dysfunctional__gte", 1),
                            ("dysfunctional__lte", 5),
                            ("functional__gte", 1),
                            ("functional__lte", 5),
                        ),
                        name="kano_answer_is_one_of_five",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScoringRound",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("revealed_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("asked", models.ManyToManyField(related_name="+", to="accounts.member")),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "revealed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rounds",
                        to="strategy.scorecard",
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
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)),
                        fields=("scorecard",),
                        name="scoring_round_open_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revealed_at", None),
                            ("revealed_at__gte", models.F("created_at")),
                            _connector="OR",
                        ),
                        name="scoring_round_revealed_after_opening",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("subject_id", models.UUIDField()),
                ("values", models.JSONField(default=northline.strategy.scoring.models.nothing)),
                ("version", models.PositiveIntegerField(default=1)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "voter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                (
                    "scorecard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="strategy.scorecard",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="strategy.scoringround",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("round", None)),
                        fields=("scorecard", "subject_id"),
                        name="score_once_a_team",
                    ),
                    models.UniqueConstraint(
                        fields=("round", "subject_id", "voter"), name="score_once_a_voter"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("round", None), ("voter", None)),
                            models.Q(("round__isnull", False), ("voter__isnull", False)),
                            _connector="OR",
                        ),
                        name="score_of_a_team_or_of_a_voter_in_a_round",
                    ),
                ],
            },
        ),
    ]
