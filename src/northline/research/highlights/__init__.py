"""Passages of insights, marked for what they speak for."""
