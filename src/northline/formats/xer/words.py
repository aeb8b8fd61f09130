"""P6's words for what both sides know, in both directions."""

from northline.engine.model import ConstraintKind, LinkKind, TaskType

CONSTRAINTS = {
    "CS_MSO": ConstraintKind.MSO,
    "CS_MEO": ConstraintKind.MFO,
    "CS_MANDSTART": ConstraintKind.MSO,
    "CS_MANDFIN": ConstraintKind.MFO,
    "CS_MSOA": ConstraintKind.SNET,
    "CS_MSOB": ConstraintKind.SNLT,
    "CS_MEOA": ConstraintKind.FNET,
    "CS_MEOB": ConstraintKind.FNLT,
    "CS_ALAP": ConstraintKind.ALAP,
}
MANDATORY = {"CS_MANDSTART", "CS_MANDFIN"}
EARLY, LATE = {"CS_MSOA", "CS_MEOA"}, {"CS_MSOB", "CS_MEOB"}
# Hard dates override links, as P6's mandatory ones do; soft ones are P6's “start on” and “finish on”.
SOFT_WORDS = {kind: word for word, kind in CONSTRAINTS.items() if word not in MANDATORY}
HARD_WORDS = SOFT_WORDS | {ConstraintKind.MSO: "CS_MANDSTART", ConstraintKind.MFO: "CS_MANDFIN"}
LINKS = {f"PR_{kind.value}": kind for kind in LinkKind}
LINK_WORDS = {kind: word for word, kind in LINKS.items()}
TYPES = {
    "DT_FixedRate": (TaskType.FIXED_UNITS, False),
    "DT_FixedQty": (TaskType.FIXED_WORK, True),
    "DT_FixedDrtn": (TaskType.FIXED_DURATION, False),
    "DT_FixedDUR2": (TaskType.FIXED_DURATION, True),
}
PRIORITIES = {"PT_Top": 900, "PT_High": 700, "PT_Normal": 500, "PT_Low": 300, "PT_Lowest": 100}
MILESTONES = ("TT_Mile", "TT_FinMile")
LEVEL_OF_EFFORT, WBS_SUMMARY, OWN_CALENDAR, BY_RESOURCES = "TT_LOE", "TT_WBS", "TT_Task", "TT_Rsrc"


def type_word(kind: TaskType, *, effort_driven: bool) -> str:
    """P6's duration type.

    >>> type_word(TaskType.FIXED_DURATION, effort_driven=True)
    'DT_FixedDUR2'
    """
    if kind is TaskType.FIXED_DURATION:
        return "DT_FixedDUR2" if effort_driven else "DT_FixedDrtn"
    return "DT_FixedQty" if kind is TaskType.FIXED_WORK else "DT_FixedRate"


def priority_word(priority: int) -> str:
    """The nearest of P6's five priorities.

    >>> priority_word(500), priority_word(1000)
    ('PT_Normal', 'PT_Top')
    """
    return min(PRIORITIES, key=lambda word: abs(PRIORITIES[word] - priority))
