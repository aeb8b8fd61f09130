import django.db.models.deletion
import django.utils.timezone
import northline.core.ids
from django.db import migrations, models


def put_in_words(apps, schema_editor):
    """Say the estimates given so far as lists tell them."""
    alias = schema_editor.connection.alias
    scores = apps.get_model("strategy", "Score").objects.using(alias)
    for score in scores.select_related("scorecard").iterator():
        told = [
            f"{factor['title']} {_figures(score.values[factor['name']])}"
            for factor in score.scorecard.factors
            if factor["name"] in score.values
        ]
        scores.filter(pk=score.pk).update(words=", ".join(told))


def _figures(given):
    return "–".join(f"{figure:g}" for figure in given if figure is not None)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_api_tokens'),
        ('strategy', '0008_a_statement_stands_on_one_document'),
    ]

    operations = [
        migrations.AddField(
            model_name='score',
            name='words',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='scorecard',
            name='ranked_from',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('id', models.UUIDField(default=northline.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('subject_id', models.UUIDField()),
                ('score', models.FloatField(null=True)),
                ('rank', models.PositiveIntegerField(null=True)),
                ('above', models.BooleanField(default=False)),
                ('days', models.FloatField(default=0.0)),
                ('makes_cut', models.FloatField(null=True)),
                ('rank_low', models.PositiveIntegerField(null=True)),
                ('rank_high', models.PositiveIntegerField(null=True)),
                ('scorecard', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='standings', to='strategy.scorecard')),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['scorecard', 'rank'], name='standing_by_rank')],
                'constraints': [models.UniqueConstraint(fields=('scorecard', 'subject_id'), name='standing_once_a_subject')],
            },
        ),
        migrations.RunPython(put_in_words, migrations.RunPython.noop),
    ]
