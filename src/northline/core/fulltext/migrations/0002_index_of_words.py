"""The index itself, as each database has it."""

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE fulltext_index USING fts5(title, labels, words, tokenize = "ascii", prefix = "2 3");
CREATE VIRTUAL TABLE fulltext_terms USING fts5vocab(fulltext_index, row);
"""
POSTGRES = """
ALTER TABLE fulltext_entry ADD COLUMN vector tsvector NOT NULL DEFAULT '';
CREATE INDEX fulltext_entry_vector ON fulltext_entry USING gin (vector) WITH (fastupdate = off);
"""


def make(apps, editor):
    for statement in (POSTGRES if editor.connection.vendor == "postgresql" else SQLITE).split(";\n"):
        if statement.strip():
            editor.execute(statement)


def unmake(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE fulltext_entry DROP COLUMN vector")
    else:
        editor.execute("DROP TABLE fulltext_terms")
        editor.execute("DROP TABLE fulltext_index")


class Migration(migrations.Migration):
    dependencies = [("fulltext", "0001_initial")]

    operations = [migrations.RunPython(make, unmake, hints={"of_tables": True})]
