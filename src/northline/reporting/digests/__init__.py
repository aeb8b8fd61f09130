"""Digests: what changed for one stakeholder since they were last told, by mail, as far as their audience may see it."""
