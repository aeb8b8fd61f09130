"""Full-text search inside the database: FTS5 on SQLite, tsvector on PostgreSQL, behind one face.

`finding.matching(rows, q)` narrows a list, `finding.found(scope, q)` searches every kind, `related` tells what is like
an object. What is searched of a kind is registered in `sources`; `keeping` keeps the index in step with every write.
"""
