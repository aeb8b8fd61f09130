"""Frozen copies of a project's schedule, and what is different between any two moments of it."""
