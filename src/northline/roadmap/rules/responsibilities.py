"""The twelve functions of product and project management, and what is to be said of who holds one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

Side = Literal["product", "project"]
Standing = Literal["owned", "unowned", "doubly_owned"]

Role = Literal["accountable", "shares", "consulted", "informed"]

# The letters of a responsibility matrix, by role: who does the work is responsible for it.
LETTERS: dict[Role, str] = {"accountable": "A", "shares": "R", "consulted": "C", "informed": "I"}
ROLES: tuple[Role, ...] = tuple(LETTERS)

# In the order in which the work goes.
FUNCTIONS: dict[str, Side] = {
    "researching": "product",
    "vision": "product",
    "communicating_vision": "product",
    "strategic_plan": "product",
    "roadmap": "product",
    "overseeing": "product",
    "breaking_down": "project",
    "timelines": "project",
    "resources": "project",
    "tracking": "project",
    "communicating_progress": "project",
    "finishing": "project",
}


@dataclass(frozen=True, slots=True)
class Person:
    """A member; not `active` where they were suspended or their account is disabled."""

    id: UUID
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Holding:
    """Who answers for a function, who shares in it, is asked before and told after, and who stands in between two days,
    both included; without `since` from now on.

    Only who is accountable owns it.
    """

    accountable: tuple[Person, ...] = ()
    shares: tuple[Person, ...] = ()
    consulted: tuple[Person, ...] = ()
    informed: tuple[Person, ...] = ()
    deputy: Person | None = None
    since: date | None = None
    until: date | None = None

    def standing_in(self, today: date) -> Person | None:
        """The deputy, as long as the hand-over lasts."""
        begun = self.since is None or self.since <= today
        return self.handed_to(today) if begun else None

    def handed_to(self, today: date) -> Person | None:
        """The deputy of a hand-over that lasts or is yet to begin."""
        over = self.until is None or self.until < today
        return None if over else self.deputy

    def answering(self, today: date) -> tuple[Person, ...]:
        """Whom to ask today: the deputy while there is one, else who is accountable; only those who are still here."""
        deputy = self.standing_in(today)
        return tuple(person for person in ((deputy,) if deputy else self.accountable) if person.active)

    def standing(self, today: date) -> Standing:
        """Whether exactly one person answers for the function today."""
        return ("unowned", "owned", "doubly_owned")[min(2, len(self.answering(today)))]

    def people(self) -> tuple[Person, ...]:
        """Everybody who holds a role."""
        return (*self.accountable, *self.shares, *self.consulted, *self.informed)

    def letters(self) -> dict[UUID, str]:
        """The letter of everybody who holds a role."""
        return {person.id: letter for role, letter in LETTERS.items() for person in getattr(self, role)}


NOBODY = Holding()


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a function: members by their ids, and the days of the hand-over."""

    accountable: tuple[UUID, ...] = ()
    shares: tuple[UUID, ...] = ()
    consulted: tuple[UUID, ...] = ()
    informed: tuple[UUID, ...] = ()
    deputy_id: UUID | None = None
    deputy_until: date | None = None
    deputy_from: date | None = None

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Said:
        """What was said, from JSON."""
        deputy, until, since = told["deputy_id"], told["deputy_until"], told.get("deputy_from")
        return cls(
            # Changes of before there were four roles name two.
            **{role: tuple(map(UUID, told.get(role, ()))) for role in ROLES},
            deputy_id=UUID(deputy) if deputy else None,
            deputy_until=date.fromisoformat(until) if until else None,
            deputy_from=date.fromisoformat(since) if since else None,
        )

    def plain(self) -> dict[str, Any]:
        """The same as JSON holds it: what `of` reads."""
        return {
            **{role: [str(member) for member in getattr(self, role)] for role in ROLES},
            "deputy_id": str(self.deputy_id) if self.deputy_id else None,
            "deputy_until": self.deputy_until.isoformat() if self.deputy_until else None,
            "deputy_from": self.deputy_from.isoformat() if self.deputy_from else None,
        }

    def named(self) -> tuple[UUID, ...]:
        """Everybody who holds a role."""
        return (*self.accountable, *self.shares, *self.consulted, *self.informed)

    def everybody(self) -> tuple[UUID, ...]:
        return (*self.named(), *((self.deputy_id,) if self.deputy_id else ()))


def refusal_of(said: Said, *, today: date) -> tuple[str, str] | None:
    """The code and the text of what is wrong with what somebody says, or None.

    Two who are accountable are allowed, for that is how it is found out; the answer says `doubly_owned`.
    """
    named = said.named()
    if len(set(named)) < len(named):
        return "responsibility.twice", "Somebody is named twice. A person holds one role in a function."
    return _wrong_hand_over(said, today)


def _wrong_hand_over(said: Said, today: date) -> tuple[str, str] | None:
    deputy, since, until = said.deputy_id, said.deputy_from, said.deputy_until
    if (deputy is None) != (until is None) or (since and deputy is None):
        return "responsibility.until_missing", "A hand-over needs a person and its last day."
    if until is not None and until < today:
        return "responsibility.past", "The last day of the hand-over has passed already."
    if until is not None and since and until < since:
        return "responsibility.backwards", "The hand-over would end before it begins."
    if deputy is not None and not said.accountable:
        return "responsibility.nobody", "Nobody is accountable, so there is nothing to hand over."
    if deputy is not None and deputy in said.accountable:
        return "responsibility.deputy", "Nobody can stand in for themself."
    return None
