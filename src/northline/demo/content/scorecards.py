"""How the demo's company weighs its initiatives: one scorecard settled, one round of scoring open, one questionnaire."""

from __future__ import annotations

from typing import TypeAlias

# A figure, or low, likely, high.
Figure: TypeAlias = float | tuple[float, float, float]

# Initiative: reach (stops a week, in hundreds), impact, confidence in per cent, effort in person-months.
RICE: dict[int, tuple[Figure, float, Figure, Figure]] = {
    1: (900, 2, (60, 80, 90), (7, 9, 14)),
    2: (700, 1, 80, (4, 5, 7)),
    3: (700, 0.5, 90, 2),
    4: (500, 1, 90, 3),
    5: (1500, 2, 80, (5, 6, 9)),
    6: ((600, 1200, 1500), 2, (40, 70, 90), (4, 6, 10)),
    7: (400, 1, 60, (2, 3, 5)),
    8: (260, 3, (50, 80, 90), (9, 12, 18)),
    9: (260, 2, 80, (3, 4, 5)),
    10: ((40, 80, 200), 1, 60, (4, 6, 9)),
    11: (900, 1, (40, 60, 80), (3, 5, 9)),
    12: (350, 1, 80, (4, 5, 6)),
    13: (500, 0.5, 90, (5, 7, 10)),
    14: (650, 1, 90, (2, 3, 4)),
    15: ((50, 150, 400), 2, 40, (8, 14, 24)),
    16: (300, 0.5, 50, (4, 6, 10)),
}
CAPACITY = 780
# In the open round: who has scored what so far, as value 0 to 10 and effort in person-days.
VOTES: dict[str, dict[int, tuple[float, float]]] = {
    "priya": {1: (9, 180), 6: (8, 110), 10: (5, 110), 11: (6, 90), 15: (7, 260)},
    "lena": {1: (8, 240), 6: (7, 130), 10: (3, 120), 11: (8, 100)},
    "tomas": {1: (9, 200), 6: (9, 100)},
}
# Idea: pairs of answers of the customers, in their order: if it is there, if it is not. 1 likes it, 5 dislikes it.
KANO: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((1, 5), (1, 4), (1, 5), (1, 5), (2, 5), (1, 3)),
    2: ((1, 3), (1, 3), (1, 4), (3, 3), (1, 3), (1, 5)),
    4: ((1, 3), (3, 3), (3, 3), (1, 4), (3, 4), (3, 3)),
    6: ((2, 5), (2, 5), (1, 5), (2, 5), (1, 5), (2, 5)),
    7: ((1, 5), (2, 5), (1, 5), (1, 4), (1, 5), (1, 5)),
    9: ((2, 5), (2, 5), (3, 3), (3, 3), (2, 5), (2, 4)),
    11: ((3, 3), (1, 3), (4, 2), (3, 3), (5, 1), (3, 3)),
}
