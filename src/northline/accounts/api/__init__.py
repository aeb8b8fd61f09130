"""Addresses of accounts, by noun. `public` asks for no session; `router` asks for a member of a workspace."""

from __future__ import annotations

from ninja import Router

from northline.accounts.api import api_tokens, door, invitations, me, members, passwords, roles

public = Router(tags=["accounts"])
router = Router(tags=["accounts"])
for noun in (door.public, passwords.public, invitations.public, me.router, api_tokens.router):
    public.add_router("", noun)
for noun in (members.router, invitations.router, roles.router):
    router.add_router("", noun)

__all__ = ["public", "router"]
