"""Estimates suggested from one's own finished work that is like an item."""
