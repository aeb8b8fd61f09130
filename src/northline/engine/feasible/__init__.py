"""Does an answer keep to its plan? An independent check that shares no code with the solvers.

`hours.py` reads calendars day by day, `reading.py` the plan, `dates.py` judges the dates of any schedule,
`levelled.py` the use of resources (`capacity.py`) and what levelling was allowed to change.
"""

from northline.engine.feasible.dates import violations
from northline.engine.feasible.found import Violation
from northline.engine.feasible.levelled import resource_violations

__all__ = ["Violation", "resource_violations", "violations"]
