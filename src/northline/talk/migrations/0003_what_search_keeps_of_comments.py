import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('fulltext', '0002_index_of_words'),
        ('talk', '0002_followed_by_those_who_are_informed'),
    ]

    operations = [
        # It has no column of its own.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name='comment',
                    name='entry',
                    field=models.ForeignObject(from_fields=['id'], on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='fulltext.entry', to_fields=['row_id']),
                ),
            ],
        ),
    ]
