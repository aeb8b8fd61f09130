"""Secrets that travel in an address: shown once, kept as a hash."""

from __future__ import annotations

import hashlib
import secrets

# How an API token begins, so that people and scanners know one where they see it.
BEGINS = "nlpat_"


def new_token() -> tuple[str, str]:
    """A fresh secret of 256 bits, and its hash for the database."""
    token = secrets.token_urlsafe(32)
    return token, hash_of(token)


def new_api_token() -> tuple[str, str, str]:
    """A fresh API token, what it begins with, by which it is found, and its hash.

    >>> token, prefix, _ = new_api_token()
    >>> token.startswith(prefix), prefix_of(token) == prefix, prefix_of("something else")
    (True, True, '')
    """
    prefix = BEGINS + secrets.token_hex(5)
    token = f"{prefix}_{secrets.token_urlsafe(32)}"
    return token, prefix, hash_of(token)


def prefix_of(token: str) -> str:
    """What an API token begins with; empty for what is none."""
    prefix, _, secret = token[len(BEGINS) :].partition("_")
    return BEGINS + prefix if token.startswith(BEGINS) and secret else ""


def hash_of(token: str) -> str:
    """The hash by which a token is found. A plain digest will do: what is random needs no salt.

    >>> len(hash_of("x"))
    64
    """
    return hashlib.sha256(token.encode()).hexdigest()
