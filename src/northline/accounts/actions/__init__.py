"""The verbs of accounts, by noun. Each is one transaction and records one change in the workspace it changes."""

from northline.accounts.actions.setup import first_address

__all__ = ["first_address"]
