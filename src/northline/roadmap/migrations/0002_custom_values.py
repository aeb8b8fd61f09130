from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("roadmap", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="initiative",
            name="custom",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
