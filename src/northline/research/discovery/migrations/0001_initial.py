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
        ("research", "0003_insights_are_triaged_and_customers_valued"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assumption",
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
                    "risk",
                    models.CharField(
                        choices=[
                            ("valuable", "Valuable"),
                            ("usable", "Usable"),
                            ("feasible", "Feasible"),
                            ("viable", "Viable"),
                        ],
                        max_length=10,
                    ),
                ),
                ("confidence", models.PositiveSmallIntegerField(null=True)),
                ("importance", models.PositiveSmallIntegerField(default=3)),
                ("next_test", models.TextField(blank=True)),
                ("threshold", models.TextField(blank=True)),
                ("threshold_set_on", models.DateField(null=True)),
                (
                    "idea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assumptions",
                        to="research.idea",
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
            ],
            options={
                "indexes": [models.Index(fields=["product", "-created_at"], name="assumption_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="assumption_key_once"),
                    models.UniqueConstraint(fields=("idea", "risk"), name="assumption_of_risk_once"),
                    models.CheckConstraint(
                        condition=models.Q(("confidence", None), ("confidence__lte", 100), _connector="OR"),
                        name="assumption_confidence_is_per_cent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("importance__gte", 1), ("importance__lte", 5)),
                        name="assumption_importance_to_5",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Branch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("considered", "Considered"),
                            ("exploring", "Exploring"),
                            ("solved", "Solved"),
                            ("parked", "Parked"),
                        ],
                        default="considered",
                        max_length=10,
                    ),
                ),
                ("is_target", models.BooleanField(default=False)),
                (
                    "opportunity",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="branch",
                        to="research.opportunity",
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dismissal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("warning", models.CharField(max_length=24)),
                ("object_kind", models.CharField(max_length=24)),
                ("object_id", models.UUIDField()),
                ("title", models.CharField(max_length=300)),
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
                "constraints": [
                    models.UniqueConstraint(fields=("warning", "object_id"), name="dismissal_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Experiment",
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
                ("custom", models.JSONField(blank=True, default=dict)),
                ("body", models.JSONField(default=northline.products.models.no_words)),
                ("words", models.TextField(blank=True)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("interview", "Interview"),
                            ("survey", "Survey"),
                            ("prototype", "Prototype"),
                            ("fake_door", "Fake Door"),
                            ("concierge", "Concierge"),
                            ("ab_test", "Ab Test"),
                            ("data", "Data"),
                            ("spike", "Spike"),
                            ("other", "Other"),
                        ],
                        default="prototype",
                        max_length=12,
                    ),
                ),
                ("hypothesis", models.TextField(blank=True)),
                ("metric", models.CharField(blank=True, max_length=300)),
                ("unit", models.CharField(blank=True, max_length=40)),
                (
                    "comparison",
                    models.CharField(
                        choices=[("at_least", "At Least"), ("at_most", "At Most")],
                        default="at_least",
                        max_length=8,
                    ),
                ),
                ("threshold", models.DecimalField(decimal_places=4, max_digits=18, null=True)),
                ("audience", models.CharField(blank=True, max_length=300)),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("stopped", "Stopped"),
                        ],
                        default="planned",
                        max_length=8,
                    ),
                ),
                ("measured", models.DecimalField(decimal_places=4, max_digits=18, null=True)),
                ("learning", models.TextField(blank=True)),
                (
                    "assumption",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="experiments",
                        to="discovery.assumption",
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["product", "-created_at"], name="experiment_of_product"),
                    models.Index(fields=["product", "state"], name="experiment_in_state"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="experiment_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("threshold__isnull", False),
                            ("state__in", ["planned", "stopped"]),
                            _connector="OR",
                        ),
                        name="experiment_has_threshold_first",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measured__isnull", False), ("state", "done")),
                            models.Q(models.Q(("state", "done"), _negated=True), ("measured", None)),
                            _connector="OR",
                        ),
                        name="experiment_is_measured_when_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on", None),
                            ("ends_on", None),
                            ("starts_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="experiment_starts_before_it_ends",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Weighing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("before", models.PositiveSmallIntegerField(null=True)),
                ("after", models.PositiveSmallIntegerField(null=True)),
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
                    "experiment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="weighing",
                        to="discovery.experiment",
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
                    models.CheckConstraint(
                        condition=models.Q(("after", None), ("after__lte", 100), _connector="OR"),
                        name="weighing_gives_per_cent",
                    )
                ],
            },
        ),
    ]
