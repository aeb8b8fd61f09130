"""What the demo's people are and can do, when they are away, and what some of them cost."""

from __future__ import annotations

# A role, and the skills that it takes with their level from 1 to 5.
ROLES: dict[str, dict[str, int]] = {
    "Product": {"Interviews": 3},
    "Project lead": {"Suppliers": 3},
    "Design": {"Interaction design": 3},
    "Engineer": {"Android": 2, "Data pipelines": 2},
    "Quality": {"Field tests": 3},
    "Sales": {"Offers": 3},
}

# Handle: role, and skills with their levels.
SKILLS: dict[str, tuple[str, dict[str, int]]] = {
    "greta": ("Product", {"Suppliers": 3}),
    "priya": ("Product", {"Interviews": 5, "Data protection": 3}),
    "marek": ("Project lead", {"Suppliers": 5}),
    "lena": ("Engineer", {"Data pipelines": 5, "Security": 4}),
    "tomas": ("Design", {"Interaction design": 5, "Interviews": 4}),
    "yuki": ("Sales", {"Offers": 4}),
    "ines": ("Engineer", {"Android": 5, "Bluetooth": 4, "Data pipelines": 2}),
    "kofi": ("Engineer", {"Android": 4, "Bluetooth": 3, "Data pipelines": 3}),
    "dara": ("Engineer", {"Data pipelines": 4, "Android": 2}),
    "jonas": ("Quality", {"Field tests": 5, "Data protection": 2}),
    "noor": ("Engineer", {"Android": 3, "Data pipelines": 3}),
    "sam": ("Design", {"Interaction design": 4}),
}

# Handle, first day from today, days, reason.
TIME_OFF = (("yuki", 12, 5, "Family visit"), ("greta", 26, 12, "Hiking"))

# Handle: what an hour costs.
RATES = {"lena": 78.0, "ines": 74.0, "kofi": 71.0, "dara": 69.0}

# Tasks of the cold chain for which half an engineer more is asked.
WANTED = ("First maker connected", "Right to information")
