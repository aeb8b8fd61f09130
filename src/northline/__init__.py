"""Northline: from the first piece of evidence to the finished task, one line, with honest dates."""

__version__ = "0.1.0"
