from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("products", "0001_initial"),
        ("research", "0006_newest_insights"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="insight",
            index=models.Index(
                fields=["workspace", "archived_at", "-created_at", "id"], name="insight_by_age"
            ),
        ),
    ]
