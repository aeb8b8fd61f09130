"""Insights that say the same, merged into one and taken apart again."""
