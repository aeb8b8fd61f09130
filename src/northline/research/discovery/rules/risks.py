"""What a result says, how sure it makes one, and what to test first."""

from __future__ import annotations

from decimal import Decimal

from northline.research.rules import STRENGTH

RISKS = ("valuable", "usable", "feasible", "viable")
# Where nobody has said, a thing is as likely as not.
UNKNOWN = 50
# One result never makes certain.
LEAST, MOST = 5, 95
DEFAULT_IMPORTANCE = 3


def verdict(measured: Decimal, *, comparison: str, threshold: Decimal) -> str:
    """`confirmed` where the threshold was met, else `refuted`; meeting it exactly counts.

    >>> verdict(Decimal(8), comparison="at_least", threshold=Decimal(8))
    'confirmed'
    >>> verdict(Decimal(8), comparison="at_most", threshold=Decimal(5))
    'refuted'
    """
    met = measured >= threshold if comparison == "at_least" else measured <= threshold
    return "confirmed" if met else "refuted"


def proposed_confidence(before: int | None, *, verdict: str) -> int:
    """The confidence, in per cent, that a result of an experiment suggests.

    Bayes' rule in odds: they are multiplied, or divided, by the strength of an experiment as evidence, which is
    how many times likelier such a result is where the assumption is true.

    >>> proposed_confidence(50, verdict="confirmed"), proposed_confidence(50, verdict="refuted")
    (83, 17)
    """
    share = min(max(UNKNOWN if before is None else before, LEAST), MOST) / 100
    factor = STRENGTH["experiment"]
    odds = share / (1 - share) * (factor if verdict == "confirmed" else 1 / factor)
    return min(max(round(100 * odds / (1 + odds)), LEAST), MOST)


def exposure(confidence: int | None, *, importance: int) -> int:
    """How much is at stake, 0 to 500: the importance times the doubt, which is whole where nobody has said.

    >>> exposure(40, importance=5), exposure(None, importance=3)
    (300, 300)
    """
    return importance * (100 - (confidence or 0))
