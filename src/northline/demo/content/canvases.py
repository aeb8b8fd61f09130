"""The canvases of the demo's product, with what speaks for and against their statements."""

from __future__ import annotations

from typing import NamedTuple

A, F = "assumption", "fact"


class Thought(NamedTuple):
    """A statement; `name` tells it through versions. `supports` and `contradicts` are numbers of insights from 0."""

    name: str
    text: str
    nature: str
    supports: tuple[int, ...] = ()
    contradicts: tuple[int, ...] = ()


class Page(NamedTuple):
    """A canvas; each version says how many days ago, by whom and why it was written, and what stands in its boxes."""

    title: str
    template: str
    versions: tuple[tuple[float, str, str, dict[str, tuple[Thought, ...]]], ...]


_PHONE = Thought("phone", "Re-planning a broken day takes forty minutes on the phone.", F, (0, 1))
_GUIDELINE = Thought(
    "guideline", "From March pharmacies must show two years of temperature records.", F, (33, 6)
)
_PLANNERS = Thought("planners", "The morning plan is the dispatcher's hardest hour.", A, contradicts=(1, 13))
_REASONS = Thought("reasons", "Proposals that give a reason are accepted.", A, (32, 12), (13,))
_PHARMACY = Thought("pharmacy", "Pharmacy fleets with 20 to 200 vehicles", A, (7, 6))
_FOOD = Thought("food", "Food wholesalers with their own vans", A)
_PRICE = Thought("price", "A pharmacy fleet pays 29 euros a vehicle and month.", A)
_MAKERS = Thought("makers", "Makers of loggers open their interfaces to us.", A, contradicts=(34,))
_NETWORK = Thought("network", "Three years of real lateness in one region", F, (5,))

LEAN = Page(
    "Harbour for pharmacy fleets",
    "lean_canvas",
    (
        (
            96,
            "priya",
            "Before the first pharmacy interviews.",
            {
                "problem": (_PHONE, _PLANNERS),
                "solution": (Thought("morning", "A planner for the whole fleet by six in the morning", A),),
                "value_proposition": (Thought("carriers", "Plan like the largest carriers do.", A),),
                "customer_segments": (_FOOD, Thought("parcels", "Regional parcel fleets", A)),
                "channels": (Thought("association", "The haulage association's spring fair", A),),
                "revenue_streams": (
                    Thought("price", "A fleet pays 19 euros a vehicle and month.", A),
                ),
                "cost_structure": (Thought("maps", "Maps and traffic: 11 % of revenue", F),),
                "key_metrics": (Thought("fleets", "Fleets under contract", F),),
            },
        ),
        (
            52,
            "priya",
            "The broken day and the cold chain came first.",
            {
                "problem": (_PHONE, _GUIDELINE),
                "solution": (
                    Thought("assistant", "Ranked proposals when a vehicle is out, each with its reason", A, (31,)),
                    Thought("record", "One unbroken temperature curve from loggers of three makers", A, (6,)),
                ),
                "value_proposition": (
                    Thought("carriers", "A broken day is put right in minutes, and everyone knows why.", A, (31, 15)),
                    _REASONS,
                ),
                "unfair_advantage": (_NETWORK,),
                "customer_segments": (_PHARMACY, _FOOD),
                "key_metrics": (
                    Thought("minutes", "Minutes from break-down to new plan", F, (31,)),
                    Thought("fleets", "Pharmacy fleets under contract", F),
                ),
                "channels": (
                    Thought("guideline_calls", "Quality managers look for us because of the guideline.", A, (7,)),
                ),
                "cost_structure": (Thought("maps", "Maps and traffic: 11 % of revenue", F), _MAKERS),
                "revenue_streams": (_PRICE,),
            },
        ),
    ),
)  # fmt: skip

SWOT = Page(
    "Where we stand this autumn",
    "swot",
    (
        (
            41,
            "tomas",
            "For the board meeting.",
            {
                "strengths": (
                    Thought("trust", "Dispatchers accept four of five proposals.", F, (32,)),
                    Thought("data", "Three years of real lateness in one region", F),
                ),
                "weaknesses": (
                    Thought("mixed", "We plan vans and bikes in two systems.", F, (23, 36)),
                    Thought("offline", "The app forgets without a network.", F, (29,)),
                ),
                "opportunities": (
                    Thought("rule", "The guideline of March makes records a must.", F, (33,)),
                    Thought("smallfleets", "Small fleets would buy a plan for the whole week.", A),
                ),
                "threats": (
                    Thought("routewise", "Routewise wins where fleets are mixed.", F, (36,)),
                    Thought("insource", "Large customers build their own boards.", A, (30,)),
                ),
            },
        ),
    ),
)

POSITIONING = Page(
    "What we say we are",
    "positioning",
    (
        (
            38,
            "priya",
            "The sentence for the tender of Nordlicht.",
            {
                "for_whom": (Thought("who", "dispatchers of regional pharmacy and food fleets", F, (6,)),),
                "who_need": (Thought("need", "lose half a morning whenever a vehicle is out", F, (0,)),),
                "category": (Thought("category", "a live dispatch desk", A),),
                "benefit": (Thought("benefit", "puts the day right in minutes and tells everyone why", A, (31,)),),
                "unlike": (Thought("unlike", "planners that end when the vans leave the yard", A),),
                "difference": (
                    Thought("difference", "proves how goods were treated, to the minute", A, (39,)),
                ),
            },
        ),
    ),
)  # fmt: skip

PAGES = (LEAN, SWOT, POSITIONING)
# Days ago the newest version of the lean canvas was put up, and what was said of it since.
SIGNED = (
    51,
    (("greta", 50, "agree", ""), ("lena", 49, "reservation", "Three makers of loggers, not all of them.")),
)
