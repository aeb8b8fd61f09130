"""The people and customers of the demo."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the demo. `what` says in a few words who this is; roles are on the product and its projects."""

    handle: str
    email: str
    name: str
    workspace_role: str
    product_role: str
    what: str


PEOPLE = (
    DemoPerson(
        "greta", "greta@fernhaven.example", "Greta Holm", "owner", "", "founder and owner of the workspace"
    ),
    DemoPerson("amos", "amos@fernhaven.example", "Amos Tiede", "admin", "", "administrator"),
    DemoPerson(
        "priya",
        "priya@fernhaven.example",
        "Priya Raman",
        "member",
        "product_manager",
        "product manager of Harbour",
    ),
    DemoPerson(
        "marek", "marek@fernhaven.example", "Marek Novák", "member", "project_manager", "project manager"
    ),
    DemoPerson(
        "lena",
        "lena@fernhaven.example",
        "Lena Brandt",
        "member",
        "contributor",
        "engineering lead, contributes",
    ),
    DemoPerson(
        "tomas", "tomas@fernhaven.example", "Tomás Ibarra", "member", "contributor", "designer, contributes"
    ),
    DemoPerson("yuki", "yuki@fernhaven.example", "Yuki Sato", "member", "viewer", "sales, reads along"),
    DemoPerson(
        "ruth",
        "ruth@fernhaven.example",
        "Ruth Adeyemi",
        "stakeholder",
        "viewer",
        "board member, a stakeholder",
    ),
)

# Name, segment, employees, value a year.
CUSTOMERS = (
    ("Kestrel Parcels", "Parcel, 120 vans", 310, 186_000),
    ("Bramley Dairies", "Food, 45 trucks", 140, 64_000),
    ("Nordlicht Apotheken", "Pharmacy, 60 vans", 520, 118_000),
    ("Two Rivers Laundry", "Linen, 18 trucks", 60, 21_500),
    ("Costa Fresca", "Food, 80 trucks", 260, 97_000),
    ("Hollis & Daughters", "Furniture, 22 trucks", 85, 28_000),
    ("Metro Medical Supply", "Pharmacy, 35 vans", 150, 58_000),
    ("Aldergate Builders' Merchants", "Building, 54 trucks", 400, 71_000),
    ("Quickbarrow", "Groceries, 210 bikes and vans", 900, 264_000),
    ("Stadtwerke Reuthen", "Utilities, 75 service vans", 1_150, 83_000),
    ("Pike Street Bakers", "Food, 9 vans", 34, 9_600),
    ("Orchard Hire", "Equipment, 30 trucks", 120, None),
)

# Name, what they do, the number of their company.
CUSTOMERS_PEOPLE = (
    ("Dana Whitlock", "Dispatcher", 0),
    ("Owen Pryce", "Head of operations", 0),
    ("Dr. Antje Brandt", "Quality, good distribution practice", 2),
    ("Marisol Vega", "Payroll", 4),
)
