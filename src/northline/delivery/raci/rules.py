"""What may be said of who is asked and told, and who is what of an item: pure decisions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Said:
    """The members to be asked before, and those to be told after."""

    consulted: tuple[UUID, ...] = ()
    informed: tuple[UUID, ...] = ()

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Said:
        """What was said, from JSON."""
        return cls(*(tuple(map(UUID, told[name])) for name in ("consulted", "informed")))

    @classmethod
    def without(cls, consulted: Iterable[UUID], informed: Iterable[UUID], *, taken: Collection[UUID]) -> Said:
        """What is left of those named once nobody holds two roles; `taken` own the item or work on it.

        >>> ann, ben = UUID(int=1), UUID(int=2)
        >>> Said.without([ann, ben], [ben], taken={ann}) == Said(consulted=(ben,))
        True
        """
        asked = tuple(one for one in dict.fromkeys(consulted) if one not in taken)
        return cls(asked, tuple(one for one in dict.fromkeys(informed) if one not in {*taken, *asked}))

    def plain(self) -> dict[str, list[str]]:
        """The same as JSON holds it: what `of` reads."""
        return {"consulted": [*map(str, self.consulted)], "informed": [*map(str, self.informed)]}

    def named(self) -> tuple[UUID, ...]:
        return (*self.consulted, *self.informed)


@dataclass(slots=True)
class Standing:
    """Who owns an item and who works on it, by members and by resources that are nobody's, and who is asked and told."""

    owner: UUID | None = None
    works: list[UUID] = field(default_factory=list)
    said: Said = field(default_factory=Said)

    def letters(self) -> dict[UUID, str]:
        """The letter of everybody: of several the one that binds most.

        >>> from uuid import UUID
        >>> ann, ben = UUID(int=1), UUID(int=2)
        >>> Standing(ann, [ann, ben], Said(informed=(ben,))).letters() == {ann: "A", ben: "R"}
        True
        """
        found = dict.fromkeys(self.said.informed, "I") | dict.fromkeys(self.said.consulted, "C")
        found |= dict.fromkeys(self.works, "R")
        return found | ({self.owner: "A"} if self.owner else {})

    def gaps(self, *, is_work: bool) -> list[str]:
        """What is missing: somebody who answers for it and, where it is work itself, somebody who does it.

        >>> Standing().gaps(is_work=True), Standing().gaps(is_work=False)
        (['accountable', 'responsible'], ['accountable'])
        """
        found = [] if self.owner else ["accountable"]
        return [*found, "responsible"] if is_work and not self.works else found


def refusal_of(said: Said, *, taken: Collection[UUID]) -> tuple[str, str] | None:
    """The code and the text of what is wrong, or None; `taken` own the item or work on it."""
    named = said.named()
    if len(set(named)) < len(named):
        return "raci.twice", "Somebody is named twice. A person holds one role in a work item."
    if set(named) & set(taken):
        return "raci.has_role", "Whoever owns a work item or works on it needs not be asked or told of it."
    return None
