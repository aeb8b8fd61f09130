import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("delivery", "0004_what_a_charter_was_accepted_with"),
    ]

    operations = [
        migrations.AddField(
            model_name="project",
            name="workflow",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="workitem",
            name="custom",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="workitem",
            name="owner",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="accounts.member",
            ),
        ),
        migrations.AddField(
            model_name="workitem",
            name="state",
            field=models.CharField(blank=True, max_length=40),
        ),
    ]
