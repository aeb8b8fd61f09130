from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("strategy", "0007_statements_of_the_vision")]

    operations = [
        migrations.AddConstraint(
            "statement",
            models.CheckConstraint(
                condition=Q(canvas=None, vision__isnull=False) | Q(canvas__isnull=False, vision=None),
                name="statement_stands_on_one_document",
            ),
        ),
    ]
