"""Plans over time on pages: rows and what ties them in, pages out, which formats.roadmap writes as PDF, PNG and SVG.

>>> from datetime import date, datetime
>>> dig = Row("Dig", start=datetime(2026, 3, 2, 8), finish=datetime(2026, 3, 3, 17), duration="2 d", critical=True)
>>> pour = Row("Pour", start=datetime(2026, 3, 4, 8), finish=datetime(2026, 3, 6, 17), duration="3 d", critical=True)
>>> chart = Chart("Shed", today=date(2026, 3, 1), rows=(dig, pour), ties=(Tie(0, 1),))
>>> len(gantt_pages(chart)), len(gantt_picture(chart))
(1, 1)
"""

from northline.formats.gantt.pages import gantt_pages, gantt_picture
from northline.formats.gantt.scale import Unit
from northline.formats.gantt.values import Chart, Row, Tie, Words

__all__ = ["Chart", "Row", "Tie", "Unit", "Words", "gantt_pages", "gantt_picture"]
