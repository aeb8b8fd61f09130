"""Scenarios: sets of changes to a plan that are computed beside it, and merged into it or thrown away."""
