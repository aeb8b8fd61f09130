"""The verbs of discovery. Each is one transaction and records one change, which may cause others."""
