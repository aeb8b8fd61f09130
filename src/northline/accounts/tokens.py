"""Secrets that travel in an address: shown once, kept as a hash."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> tuple[str, str]:
    """A fresh secret of 256 bits, and its hash for the database."""
    token = secrets.token_urlsafe(32)
    return token, hash_of(token)


def hash_of(token: str) -> str:
    """The hash by which a token is found. A plain digest will do: what is random needs no salt.

    >>> len(hash_of("x"))
    64
    """
    return hashlib.sha256(token.encode()).hexdigest()
