"""What the colours of a roadmap mean: one for each value of a field, or for each range of its numbers.

The web client colours by the same rules (web/src/features/roadmap/colouring.ts); both are held to the same examples.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

NONE = "#8a95a0"
PALETTE = ("#327cb0", "#2b8a7e", "#4d8b31", "#b07d1b", "#c0632c", "#b34a78", "#7a5bb5", "#69737e")
STATUSES = {
    "idea": "#69737e",
    "planned": "#327cb0",
    "committed": "#7a5bb5",
    "in_progress": "#c0632c",
    "done": "#4d8b31",
}
HORIZONS = {"now": PALETTE[0], "next": PALETTE[2], "later": PALETTE[4]}
CHANCES = {"likely": "#4d8b31", "open": "#b07d1b", "unlikely": "#b34a78"}
YES_NO = {"yes": PALETTE[1], "no": PALETTE[7]}
# Chances of the target day that count as good and as barely even.
LIKELY, EVEN = 0.8, 0.5
MOST_RANGES = 5
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Tone:
    """A value of the field, how it is called, and its colour as `#rrggbb`."""

    value: str
    label: str
    colour: str


def numbered(values: Iterable[tuple[str, str]]) -> list[Tone]:
    """A colour for each value, by its place among them.

    >>> [tone.colour for tone in numbered([("a", "A"), ("b", "B"), ("a", "A")])]
    ['#327cb0', '#2b8a7e']
    """
    return [
        Tone(value, label, PALETTE[place % len(PALETTE)])
        for place, (value, label) in enumerate(dict(values).items())
    ]


def fixed(colours: Mapping[str, str], labels: Mapping[str, str]) -> list[Tone]:
    """The values that always have the same colour."""
    return [Tone(value, labels[value], colour) for value, colour in colours.items()]


def likelihood(probability: float | None) -> str | None:
    """In words, how likely a day is.

    >>> likelihood(0.85), likelihood(0.5), likelihood(0.2)
    ('likely', 'open', 'unlikely')
    """
    if probability is None:
        return None
    if probability >= LIKELY:
        return "likely"
    return "open" if probability >= EVEN else "unlikely"


def quarter(day: date) -> str:
    """The quarter that holds the day.

    >>> quarter(date(2026, 11, 9))
    '2026-Q4'
    """
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


@dataclass(frozen=True, slots=True)
class Ranges:
    """Numbers in at most five ranges between round bounds; the last one includes its upper bound."""

    low: float
    step: float
    count: int

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Ranges:
        """Ranges that hold all of the numbers, of which there is at least one.

        >>> Ranges.of([0, 3, 10])
        Ranges(low=0.0, step=2.0, count=5)
        """
        least, most = min(numbers), max(numbers)
        if least == most:
            return cls(float(least), 0.0, 1)
        wanted = (most - least) / MOST_RANGES
        size = 10.0 ** math.floor(math.log10(wanted))
        for step in (one * size for one in (*_STEPS, 20)):
            low = math.floor(least / step + 1e-9) * step
            count = math.ceil((most - low) / step - 1e-9)
            if count <= MOST_RANGES and step >= wanted * (1 - 1e-9):
                break
        return cls(_plain(low), _plain(step), count)

    def place(self, number: float) -> int:
        """The range that holds the number."""
        if self.step == 0:
            return 0
        return min(self.count - 1, max(0, math.floor((number - self.low) / self.step + 1e-9)))

    def tones(self) -> list[Tone]:
        """A colour for each range, from cool to warm."""
        return [Tone(str(place), self._label(place), PALETTE[place]) for place in range(self.count)]

    def _label(self, place: int) -> str:
        if self.step == 0:
            return f"{self.low:.12g}"
        start = _plain(self.low + place * self.step)
        return f"{start:.12g} – {_plain(start + self.step):.12g}"


def _plain(number: float) -> float:
    """Without the crumbs that binary fractions leave."""
    return float(f"{number:.12g}")
