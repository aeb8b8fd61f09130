"""Fields that Northline only hands on: by kind of record, each with the text that need not be written down.

What other tools reckon afresh (variances, slacks, earned value, costs at completion) is not among them.
"""

from northline.formats import Choice, CustomField
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.values import Fields

NO_TIME = "PT0H0M0S"

TASK = {
    "GUID": "", "CreateDate": "", "DurationFormat": "7", "Stop": "", "ResumeValid": "0", "Recurring": "0",
    "Estimated": "0", "DisplayAsSummary": "0", "IsSubproject": "0", "IsSubprojectReadOnly": "0",
    "SubprojectName": "", "ExternalTask": "0", "ExternalTaskProject": "", "FixedCostAccrual": "3",
    "OvertimeCost": "0", "OvertimeWork": NO_TIME, "LevelAssignments": "1", "PreLeveledStart": "",
    "PreLeveledFinish": "", "Hyperlink": "", "HyperlinkAddress": "", "HyperlinkSubAddress": "", "HideBar": "0",
    "Rollup": "0", "EarnedValueMethod": "0", "ActualWorkProtected": NO_TIME, "ActualOvertimeWorkProtected": NO_TIME,
    "IsPublished": "1", "StatusManager": "", "CommitmentStart": "", "CommitmentFinish": "", "CommitmentType": "0",
    "StartText": "", "FinishText": "", "DurationText": "",
}  # fmt: skip
RESOURCE = {
    "GUID": "", "Initials": "", "Phonetics": "", "NTAccount": "", "MaterialLabel": "", "Code": "", "Group": "",
    "WorkGroup": "0", "Hyperlink": "", "HyperlinkAddress": "", "HyperlinkSubAddress": "", "CanLevel": "1",
    "AccrueAt": "3", "StandardRateFormat": "2", "OvertimeRateFormat": "2", "IsGeneric": "0", "IsInactive": "0",
    "IsEnterprise": "0", "BookingType": "0", "ActiveDirectoryGUID": "", "CreationDate": "", "CostCenter": "",
    "AssnOwner": "", "AssnOwnerGuid": "", "IsBudget": "0",
}  # fmt: skip
ASSIGNMENT = {
    "GUID": "", "Confirmed": "0", "CostRateTable": "0", "Hyperlink": "", "HyperlinkAddress": "",
    "HyperlinkSubAddress": "", "HasFixedRateUnits": "1", "FixedMaterial": "0", "LevelingDelay": "0",
    "LevelingDelayFormat": "7", "OvertimeCost": "0", "RateScale": "",
    "ResponsePending": "0", "WorkContour": "0", "BookingType": "0", "CreationDate": "", "AssnOwner": "",
    "AssnOwnerGuid": "", "BudgetCost": "", "BudgetWork": "",
}  # fmt: skip
PROJECT = (
    "Name", "GUID", "Subject", "Category", "Company", "Manager", "Author", "CreationDate", "Revision",
    "FYStartDate", "CurrencyDigits", "CurrencySymbol", "CurrencySymbolPosition", "DefaultStartTime",
    "DefaultFinishTime", "DaysPerMonth", "DefaultTaskType", "DefaultFixedCostAccrual", "DefaultStandardRate",
    "DefaultOvertimeRate", "DurationFormat", "WorkFormat", "EditableActualCosts", "EarnedValueMethod",
    "InsertedProjectsLikeSummary", "MultipleCriticalPaths", "NewTasksEffortDriven", "NewTasksEstimated",
    "SplitsInProgressTasks", "SpreadActualCost", "SpreadPercentComplete", "TaskUpdatesResource",
    "FiscalYearStart", "WeekStartDay", "MoveCompletedEndsBack", "MoveRemainingStartsBack",
    "MoveRemainingStartsForward", "MoveCompletedEndsForward", "BaselineForEarnedValue",
    "AutoAddNewResourcesAndTasks", "CurrentDate", "Autolink", "NewTaskStartDate", "NewTasksAreManual",
    "DefaultTaskEVMethod", "BaselineCalendar",
)  # fmt: skip
FIELD = (
    "FieldName", "Alias", "PhoneticAlias", "CFType", "Guid", "ElemType", "MaxMultiValues", "UserDef",
    "SecondaryPID", "AutoRollDown", "DefaultGuid", "Ltuid", "SecondaryGuid", "RollupType", "CalculationType",
    "Formula", "RestrictValues", "ValuelistSortOrder", "AppendNewValues", "Default", "Enterprise",
    "EnterpriseOutlineCodeAlias", "ResourceSubstitutionEnabled", "LeafOnly", "AllLevelsRequired",
    "OnlyTableValuesAllowed", "ShowIndent",
)  # fmt: skip


def handed_on(fields: Fields, usual: dict[str, str]) -> dict[str, str]:
    """The fields that say something beyond what is usual."""
    raw = fields.raw
    return {tag: raw[tag] for tag in raw.keys() & usual.keys() if raw[tag].strip() not in ("", usual[tag])}


def custom_values(record: Record) -> dict[str, str]:
    """Values of custom fields and outline codes by the field's id; the first one of each."""
    values: dict[str, str] = {}
    if not record.groups:
        return values
    for group, tags in (("ExtendedAttribute", ("Value",)), ("OutlineCode", ("ValueID", "ValueGUID"))):
        for item in record.groups.get(group, ()):
            field, text = item.text.get("FieldID", ""), [item.text[t] for t in tags if item.text.get(t)]
            if field and text:
                values.setdefault(field, " ".join(text) if group == "OutlineCode" else text[0])
    return values


def custom_field(record: Record, *, outline: bool) -> CustomField:
    """The definition of a custom field; an outline code of recent files goes by its Guid."""
    text = record.text
    lists = record.all("Values", "Value") + record.all("ValueList", "Value")
    return CustomField(
        id=text.get("FieldID") or text.get("Guid", ""),
        name=text.get("FieldName", ""),
        alias=text.get("Alias", ""),
        outline=outline,
        choices=tuple(_choice(item) for item in lists),
        extra={t: text[t] for t in FIELD[2:] if text.get(t, "").strip() and not _is_id(record, t)},
    )


def _is_id(record: Record, tag: str) -> bool:
    return tag == "Guid" and not record.text.get("FieldID")


def _choice(record: Record) -> Choice:
    text = record.text
    return Choice(
        id=text.get("ValueID") or text.get("FieldGUID") or text.get("ID", ""),
        value=text.get("Value", ""),
        parent=text.get("ParentValueID", ""),
        description=text.get("Description", ""),
    )
