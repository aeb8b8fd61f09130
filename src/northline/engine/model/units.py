"""Units that the plan's values share."""

from typing import NewType

Minutes = NewType("Minutes", int)

NO_TIME = Minutes(0)

MINUTES_A_DAY = 1440
LONGEST = 10**13  # minutes: far past the last year, yet far from the end of 64 bits
