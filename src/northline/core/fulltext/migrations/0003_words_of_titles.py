"""PostgreSQL finds words of titles by the index: each stands there once more, behind a mark."""

from django.db import migrations

MARKED = """
UPDATE fulltext_entry AS entry SET vector = entry.vector || found.words
FROM (
  SELECT id, array_to_tsvector(array_agg('=' || word.lexeme)) AS words
  FROM fulltext_entry, unnest(ts_filter(vector, '{a}')) AS word GROUP BY id
) AS found WHERE found.id = entry.id
"""
UNMARKED = """
UPDATE fulltext_entry AS entry SET vector = ts_delete(entry.vector, found.words)
FROM (
  SELECT id, array_agg(word.lexeme) AS words
  FROM fulltext_entry, unnest(vector) AS word WHERE word.lexeme LIKE '=%' GROUP BY id
) AS found WHERE found.id = entry.id
"""


def mark(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(MARKED)


def unmark(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(UNMARKED, params=None)


class Migration(migrations.Migration):
    dependencies = [("fulltext", "0002_index_of_words")]

    operations = [migrations.RunPython(mark, unmark, hints={"of_tables": True})]
