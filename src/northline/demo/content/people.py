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

# Name, segment.
CUSTOMERS = (
    ("Kestrel Parcels", "Parcel, 120 vans"),
    ("Bramley Dairies", "Food, 45 trucks"),
    ("Nordlicht Apotheken", "Pharmacy, 60 vans"),
    ("Two Rivers Laundry", "Linen, 18 trucks"),
    ("Costa Fresca", "Food, 80 trucks"),
    ("Hollis & Daughters", "Furniture, 22 trucks"),
    ("Metro Medical Supply", "Pharmacy, 35 vans"),
    ("Aldergate Builders' Merchants", "Building, 54 trucks"),
    ("Quickbarrow", "Groceries, 210 bikes and vans"),
    ("Stadtwerke Reuthen", "Utilities, 75 service vans"),
    ("Pike Street Bakers", "Food, 9 vans"),
    ("Orchard Hire", "Equipment, 30 trucks"),
)
