"""The published methods, each as factors and a formula. A scorecard starts as a copy of one and may then differ."""

from __future__ import annotations

from dataclasses import dataclass

from northline.strategy.scoring.rules.factors import Choice, Factor


@dataclass(frozen=True, slots=True)
class Method:
    """`effort` names the factor that takes capacity, `source` says where the formula was published."""

    name: str
    factors: tuple[Factor, ...]
    formula: str
    effort: str = ""
    days_per_unit: float = 1.0
    source: str = ""


_FIBONACCI = tuple(Choice(value, f"{value:g}") for value in (1, 2, 3, 5, 8, 13, 20))

RICE = Method(
    "rice",
    (
        Factor(
            "reach", "Reach", "customers a quarter", low=0, hint="How many customers meet it in a quarter?"
        ),
        Factor(
            "impact",
            "Impact",
            choices=(
                Choice(0.25, "minimal"),
                Choice(0.5, "low"),
                Choice(1, "medium"),
                Choice(2, "high"),
                Choice(3, "massive"),
            ),
            hint="How much does it move the objective for one customer?",
        ),
        Factor("confidence", "Confidence", "%", low=0, high=100, hint="How sure are we of these figures?"),
        Factor("effort", "Effort", "person-months", low=0, hint="All the work of all the people."),
    ),
    "reach * impact * (confidence / 100) / effort",
    effort="effort",
    days_per_unit=20,
    source="Sean McBride, RICE: simple prioritization for product managers, Intercom, 2016",
)
ICE = Method(
    "ice",
    tuple(
        Factor(name, title, low=1, high=10, hint=hint)
        for name, title, hint in (
            ("impact", "Impact", "How much does it move the metric?"),
            ("confidence", "Confidence", "How sure are we?"),
            ("ease", "Ease", "10 is easiest."),
        )
    ),
    "impact * confidence * ease",
    source="Sean Ellis, Hacking Growth, 2017",
)
WSJF = Method(
    "wsjf",
    (
        Factor("value", "User and business value", choices=_FIBONACCI),
        Factor("urgency", "Time criticality", choices=_FIBONACCI),
        Factor("enablement", "Risk reduction, opportunity enablement", choices=_FIBONACCI),
        Factor("size", "Job size", choices=_FIBONACCI),
    ),
    "(value + urgency + enablement) / size",
    effort="size",
    days_per_unit=5,
    source="Don Reinertsen, The Principles of Product Development Flow, 2009; SAFe, Weighted Shortest Job First",
)
WEIGHTED = Method(
    "weighted",
    (
        Factor("customer", "Customer value", low=0, high=10, side="benefit", weight=3),
        Factor("business", "Business value", low=0, high=10, side="benefit", weight=2),
        Factor("fit", "Strategic fit", low=0, high=10, side="benefit", weight=1),
        Factor("effort", "Effort", "person-days", low=0, side="cost", weight=1),
        Factor("risk", "Risk", low=0, high=10, side="cost", weight=1),
    ),
    "benefit / cost",
    effort="effort",
    source="Karl Wiegers, First Things First: Prioritizing Requirements, 1999",
)
VALUE_EFFORT = Method(
    "value_effort",
    (
        Factor("value", "Value", low=0, high=10, side="benefit"),
        Factor("effort", "Effort", "person-days", low=0, side="cost"),
    ),
    "value / effort",
    effort="effort",
)
MOSCOW = Method(
    "moscow",
    (
        Factor(
            "priority",
            "Priority",
            choices=(
                Choice(4, "Must have"),
                Choice(3, "Should have"),
                Choice(2, "Could have"),
                Choice(1, "Won't have this time"),
            ),
        ),
        Factor("effort", "Effort", "person-days", low=0),
    ),
    "priority",
    effort="effort",
    source="Dai Clegg, DSDM, 1994",
)
KANO = Method(
    "kano",
    (Factor("effort", "Effort", "person-days", low=0),),
    "0",
    effort="effort",
    source="Kano et al., Attractive Quality and Must-be Quality, 1984; Berger et al., Kano's Methods, 1993",
)
CUSTOM = Method(
    "custom",
    (
        Factor("value", "Value", low=0, high=10, side="benefit"),
        Factor("effort", "Effort", "person-days", low=0, side="cost"),
    ),
    "value / max(effort, 1)",
    effort="effort",
)
METHODS = {each.name: each for each in (RICE, ICE, WSJF, WEIGHTED, VALUE_EFFORT, MOSCOW, KANO, CUSTOM)}
