"""Django's SQLite, which reads ids and moments of thousands of rows faster."""
