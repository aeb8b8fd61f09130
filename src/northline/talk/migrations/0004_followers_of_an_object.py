from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_time_zones_of_members"),
        ("talk", "0003_what_search_keeps_of_comments"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="watch",
            index=models.Index(fields=["object_id"], name="watch_of_object"),
        ),
    ]
