"""Who looked at what and when, and what changed since one last looked."""
