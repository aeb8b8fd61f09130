import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import northline.core.ids
import northline.delivery.models.projects
import northline.products.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0001_initial"),
        ("products", "0001_initial"),
        ("roadmap", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanCalendar",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("week", models.JSONField(default=northline.delivery.models.projects.plain_week)),
                ("exceptions", models.JSONField(default=list)),
                ("source_uid", models.CharField(blank=True, max_length=60)),
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
            name="Project",
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
                ("code", models.CharField(max_length=10)),
                ("start", northline.delivery.models.projects.PlanTimeField(max_length=16)),
                (
                    "laid_from_finish",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                (
                    "deadline",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                (
                    "status_date",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                ("minutes_per_day", models.PositiveIntegerField(default=480)),
                ("minutes_per_week", models.PositiveIntegerField(default=2400)),
                ("honour_constraints", models.BooleanField(default=True)),
                ("critical_slack_minutes", models.BigIntegerField(default=0)),
                ("plan_version", models.PositiveIntegerField(default=0)),
                (
                    "calendar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="delivery.plancalendar",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="products.product",
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
                "indexes": [models.Index(fields=["product", "-created_at"], name="project_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="project_key_once"),
                    models.UniqueConstraint(fields=("workspace", "code"), name="project_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("minutes_per_day__gte", 1), ("minutes_per_day__lte", 1440)),
                        name="project_day_has_minutes",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="plancalendar",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.project"
            ),
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Reading"),
                            ("ready", "Ready"),
                            ("refused", "Refused"),
                            ("importing", "Importing"),
                            ("imported", "Imported"),
                        ],
                        default="reading",
                        max_length=10,
                    ),
                ),
                ("file", models.CharField(max_length=64)),
                ("file_name", models.CharField(blank=True, max_length=200)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("code", models.CharField(blank=True, max_length=10)),
                ("preview", models.JSONField(null=True)),
                ("refusal", models.JSONField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.member"
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.job",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="products.product",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="delivery.project",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Charter",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("scope", models.JSONField(default=northline.products.models.no_words)),
                ("deadline", models.DateField(blank=True, null=True)),
                ("success_criteria", models.JSONField(default=list)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="roadmap.initiative"
                    ),
                ),
                (
                    "project_manager",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "proposed_by",
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.project"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="charter_key_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "declined"), _negated=True),
                        fields=("initiative", "project"),
                        name="charter_open_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Resource",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[("work", "Work"), ("material", "Material"), ("cost", "Cost")],
                        default="work",
                        max_length=10,
                    ),
                ),
                ("capacity", models.FloatField(default=1.0)),
                ("source_uid", models.CharField(blank=True, max_length=60)),
                (
                    "calendar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="delivery.plancalendar",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.project"
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
                        condition=models.Q(("capacity__gte", 0)), name="resource_capacity_not_negative"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkItem",
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
                ("position", models.BigIntegerField(default=0)),
                (
                    "type",
                    models.CharField(
                        choices=[("task", "Task"), ("milestone", "Milestone")], default="task", max_length=10
                    ),
                ),
                ("notes", models.TextField(blank=True)),
                ("duration_minutes", models.BigIntegerField(default=0)),
                ("elapsed", models.BooleanField(default=False)),
                ("percent_complete", models.FloatField(default=0.0)),
                ("remaining_minutes", models.BigIntegerField(blank=True, null=True)),
                ("constraint_kind", models.CharField(default="ASAP", max_length=4)),
                (
                    "constraint_at",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                (
                    "deadline",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                ("manual", models.BooleanField(default=False)),
                (
                    "manual_start",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                (
                    "manual_finish",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                ("ignores_resource_calendar", models.BooleanField(default=False)),
                ("optimistic_minutes", models.BigIntegerField(blank=True, null=True)),
                ("likely_minutes", models.BigIntegerField(blank=True, null=True)),
                ("pessimistic_minutes", models.BigIntegerField(blank=True, null=True)),
                (
                    "actual_start",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                (
                    "actual_finish",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                (
                    "resume_at",
                    northline.delivery.models.projects.PlanTimeField(blank=True, max_length=16, null=True),
                ),
                ("priority", models.PositiveSmallIntegerField(default=500)),
                ("active", models.BooleanField(default=True)),
                ("levelling_delay_minutes", models.BigIntegerField(default=0)),
                ("source_uid", models.CharField(blank=True, max_length=60)),
                (
                    "calendar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="delivery.plancalendar",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="delivery.workitem",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.project"
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
                "indexes": [models.Index(fields=["project", "archived_at"], name="item_of_project")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="item_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None),
                            models.Q(("parent", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="item_is_not_its_own_parent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("duration_minutes__gte", 0)), name="item_lasts_no_negative_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent_complete__gte", 0), ("percent_complete__lte", 100)),
                        name="item_percent_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("actual_start", None),
                            ("actual_finish", None),
                            ("actual_start__lte", models.F("actual_finish")),
                            _connector="OR",
                        ),
                        name="item_starts_before_it_finishes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("likely_minutes", None),
                                ("optimistic_minutes", None),
                                ("pessimistic_minutes", None),
                            ),
                            models.Q(
                                ("likely_minutes__gte", models.F("optimistic_minutes")),
                                ("optimistic_minutes__gte", 0),
                                ("pessimistic_minutes__gte", models.F("likely_minutes")),
                            ),
                            _connector="OR",
                        ),
                        name="item_estimate_rises",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("constraint_at", None), ("constraint_kind__in", ["ASAP", "ALAP"])),
                            models.Q(
                                ("constraint_at__isnull", False),
                                ("constraint_kind__in", ["SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"]),
                            ),
                            _connector="OR",
                        ),
                        name="item_constraint_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dependency",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(default="FS", max_length=2)),
                ("lag_minutes", models.BigIntegerField(default=0)),
                ("lag_unit", models.CharField(default="working", max_length=8)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.project"
                    ),
                ),
                (
                    "after",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.workitem"
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.workitem"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("before", "after", "kind"), name="dependency_once"),
                    models.CheckConstraint(
                        condition=models.Q(("before", models.F("after")), _negated=True),
                        name="dependency_joins_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["FS", "SS", "FF", "SF"])),
                        name="dependency_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lag_unit__in", ["working", "elapsed", "percent"])),
                        name="dependency_lag_unit_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("units", models.FloatField(default=1.0)),
                ("work_minutes", models.BigIntegerField(blank=True, null=True)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.project"
                    ),
                ),
                (
                    "resource",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.resource"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.workitem"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("units__gte", 0)), name="assignment_units_not_negative"
                    )
                ],
            },
        ),
    ]
