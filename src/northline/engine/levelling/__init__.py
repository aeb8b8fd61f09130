"""Levelling: `rcpsp` solves problems over integer time, `plans` levels plans with calendars.

Each has its own public list, so that a command loads only what it uses.
"""
