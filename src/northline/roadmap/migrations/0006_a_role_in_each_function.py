from django.db import migrations, models
from django.db.models import Q

ROLES = ["accountable", "shares", "consulted", "informed"]


def name_roles(apps, schema_editor):
    """Whoever was not accountable shared."""
    holders = apps.get_model("roadmap", "Holder").objects.using(schema_editor.connection.alias)
    holders.filter(accountable=True).update(role="accountable")


def forget_roles(apps, schema_editor):
    """There is no room for who is asked or told."""
    holders = apps.get_model("roadmap", "Holder").objects.using(schema_editor.connection.alias)
    holders.filter(role__in=["consulted", "informed"]).delete()
    holders.filter(role="accountable").update(accountable=True)


class Migration(migrations.Migration):
    dependencies = [
        ("roadmap", "0005_responsibilities"),
    ]

    operations = [
        migrations.AddField(
            model_name="holder",
            name="role",
            field=models.CharField(choices=[(role, role) for role in ROLES], default="shares", max_length=12),
            preserve_default=False,
        ),
        # A default for the way back.
        migrations.AlterField("holder", "accountable", models.BooleanField(default=False)),
        migrations.RunPython(name_roles, forget_roles),
        migrations.RemoveField(model_name="holder", name="accountable"),
        migrations.AddConstraint(
            model_name="holder",
            constraint=models.CheckConstraint(condition=Q(role__in=ROLES), name="holder_role_known"),
        ),
    ]
