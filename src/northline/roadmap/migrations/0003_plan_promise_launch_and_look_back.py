import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import northline.core.ids


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("products", "0001_initial"),
        ("research", "0002_custom_values"),
        ("roadmap", "0002_custom_values"),
        ("strategy", "0003_scorecards"),
    ]

    operations = [
        migrations.CreateModel(
            name="InitiativeDependency",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "after",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waits_for",
                        to="roadmap.initiative",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leads_to",
                        to="roadmap.initiative",
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
                "indexes": [models.Index(fields=["product"], name="initiative_deps_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("before", "after"), name="initiative_dependency_once"),
                    models.CheckConstraint(
                        condition=models.Q(("before", models.F("after")), _negated=True),
                        name="initiative_dependency_joins_two",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Launch",
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
                ("day", models.DateField()),
                ("note", models.TextField(blank=True)),
                ("launched_on", models.DateField(null=True)),
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
                "indexes": [models.Index(fields=["product", "day"], name="launch_of_product")],
                "constraints": [models.UniqueConstraint(fields=("workspace", "key"), name="launch_key_once")],
            },
        ),
        migrations.CreateModel(
            name="LaunchDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("verdict", models.CharField(choices=[("go", "Go"), ("no_go", "No Go")], max_length=8)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("open_steps", models.PositiveIntegerField()),
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
                    "launch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="roadmap.launch",
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
                "indexes": [models.Index(fields=["launch", "created_at"], name="decision_of_launch")],
            },
        ),
        migrations.CreateModel(
            name="LaunchItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="roadmap.initiative"),
                ),
                (
                    "launch",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="roadmap.launch"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("launch", "initiative"), name="launch_item_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LaunchStep",
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
                ("offset_days", models.IntegerField(default=0)),
                ("done_on", models.DateField(null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
                (
                    "launch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="roadmap.launch"
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
                "indexes": [models.Index(fields=["launch", "offset_days"], name="step_of_launch")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="launch_step_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(("offset_days__gte", -730), ("offset_days__lte", 730)),
                        name="launch_step_within_two_years",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LaunchTemplate",
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
                ("steps", models.JSONField(default=list)),
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
                    models.UniqueConstraint(fields=("workspace", "key"), name="launch_template_key_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                ("day", models.DateField()),
                ("note", models.TextField(blank=True)),
                (
                    "lane",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="roadmap.lane",
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
                "indexes": [models.Index(fields=["product", "day"], name="milestone_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="milestone_key_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OutcomeReview",
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
                ("after_days", models.PositiveSmallIntegerField()),
                ("due", models.DateField()),
                ("reading", models.CharField(blank=True, max_length=40)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("keep", "Keep"), ("iterate", "Iterate"), ("stop", "Stop")],
                        max_length=8,
                    ),
                ),
                ("findings", models.TextField(blank=True)),
                ("decided_on", models.DateField(null=True)),
                (
                    "decided_by",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="roadmap.initiative",
                    ),
                ),
                (
                    "key_result",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="strategy.keyresult",
                    ),
                ),
                (
                    "launch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="roadmap.launch",
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
                "indexes": [models.Index(fields=["product", "due"], name="review_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="outcome_review_key_once"),
                    models.UniqueConstraint(
                        fields=("launch", "initiative", "after_days"), name="outcome_review_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("verdict", "")),
                            models.Q(models.Q(("verdict", ""), _negated=True), ("decided_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="outcome_review_decided_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Promise",
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
                ("promised_to", models.CharField(max_length=200)),
                ("words", models.TextField(blank=True)),
                ("made_on", models.DateField()),
                ("due", models.DateField()),
                ("chance", models.FloatField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("kept", "Kept"), ("broken", "Broken")],
                        default="open",
                        max_length=8,
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="research.customer",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="roadmap.initiative",
                    ),
                ),
                (
                    "made_by",
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
                    models.Index(fields=["product", "-created_at"], name="promise_of_product"),
                    models.Index(fields=["initiative", "state"], name="promise_of_initiative"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="promise_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("chance", None),
                            models.Q(("chance__gte", 0), ("chance__lte", 1)),
                            _connector="OR",
                        ),
                        name="promise_chance_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PromiseOutcome",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "verdict",
                    models.CharField(
                        choices=[("kept", "Kept"), ("broken", "Broken"), ("renegotiated", "Renegotiated")],
                        max_length=12,
                    ),
                ),
                ("was_due", models.DateField()),
                ("due", models.DateField()),
                ("chance", models.FloatField(null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
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
                    "promise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="roadmap.promise",
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
                "indexes": [models.Index(fields=["promise", "created_at"], name="outcome_of_promise")],
            },
        ),
        migrations.CreateModel(
            name="RoadmapPolicy",
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
                ("now_weeks", models.FloatField(null=True)),
                ("next_weeks", models.FloatField(null=True)),
                ("stale_days", models.PositiveIntegerField(default=60)),
                (
                    "product",
                    models.OneToOneField(
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
                    models.UniqueConstraint(fields=("workspace", "key"), name="roadmap_policy_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("now_weeks", None), ("now_weeks__gte", 0), _connector="OR"),
                            models.Q(("next_weeks", None), ("next_weeks__gte", 0), _connector="OR"),
                        ),
                        name="roadmap_policy_capacity_is_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
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
                ("seq", models.PositiveBigIntegerField()),
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
                "indexes": [models.Index(fields=["product", "-seq"], name="snapshot_of_product")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="snapshot_key_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="initiative",
            name="colour",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name="initiative",
            name="effort_weeks",
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name="initiative",
            name="features",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="initiative",
            name="goal",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="initiative",
            name="metrics",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="initiative",
            name="no_review_reason",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="initiative",
            name="parent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="roadmap.initiative",
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="parked",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="initiative",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None), models.Q(("parent", models.F("id")), _negated=True), _connector="OR"
                ),
                name="initiative_is_not_its_own_parent",
            ),
        ),
        migrations.AddConstraint(
            model_name="initiative",
            constraint=models.CheckConstraint(
                condition=models.Q(("effort_weeks", None), ("effort_weeks__gte", 0), _connector="OR"),
                name="initiative_effort_is_not_negative",
            ),
        ),
        migrations.AddField(
            model_name="launch",
            name="initiatives",
            field=models.ManyToManyField(
                related_name="launches", through="roadmap.LaunchItem", to="roadmap.initiative"
            ),
        ),
    ]
