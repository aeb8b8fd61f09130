"""Who approves a change request, and whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Person = TypeVar("Person")


@dataclass(frozen=True, slots=True)
class Asked(Generic[Person]):
    """One place in a chain: who is asked, who may answer for them, and what was answered, empty while nothing was."""

    member: Person
    deputy: Person | None = None
    verdict: str = ""


def turn(chain: Sequence[Asked[Person]]) -> int | None:
    """The place whose answer is waited for; None once all have approved or one has declined.

    >>> turn([Asked("ada", verdict="approved"), Asked("piet")])
    1
    >>> turn([Asked("ada", verdict="declined"), Asked("piet")]) is None
    True
    """
    for place, asked in enumerate(chain):
        if asked.verdict != "approved":
            return place if not asked.verdict else None
    return None


def may_answer(asked: Asked[Person], who: Person) -> bool:
    """The one who is asked, or the deputy.

    >>> may_answer(Asked("ada", deputy="adam"), "adam")
    True
    """
    return who in (asked.member, asked.deputy)


def own_approval(chain: Sequence[Asked[Person]], *, raised_by: Person | None, alone: bool) -> bool:
    """Would whoever raised the request answer it? They may where there is nobody else.

    >>> own_approval([Asked("piet", deputy="pia")], raised_by="pia", alone=False)
    True
    >>> own_approval([Asked("pia")], raised_by="pia", alone=True)
    False
    """
    return not alone and raised_by is not None and any(may_answer(asked, raised_by) for asked in chain)
