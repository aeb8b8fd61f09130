import { Select, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { PlanDay } from "@/features/core/PlanDay";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { TypeName } from "@/features/core/types/TypeName";
import { TypeSelect } from "@/features/core/types/TypeSelect";
import { useDayHours } from "@/features/delivery/resources/useDayHours";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { ConstraintField } from "./ConstraintField";
import { CriticalSign } from "./CriticalSign";
import { DurationField } from "./DurationField";
import { EstimateField } from "./EstimateField";
import { PercentField } from "./PercentField";
import type { ItemFields, WorkItem } from "./plan";
import { SchedulingFields } from "./SchedulingFields";
import { useDurationText } from "./useDurationText";
import { WhyButton } from "./WhyButton";
import type { DateName } from "./why";

interface Props {
  item: WorkItem;
  canEdit: boolean;
  /** May say how far the work is, which takes less than the right to plan. */
  canReport: boolean;
  onEdit: (fields: ItemFields) => void;
  /** Asks why a date is where it is; none where only the plan knows. */
  onWhy: ((date: DateName) => void) | undefined;
}

export function WorkItemRail({ item, canEdit, canReport, onEdit, onWhy }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const durationText = useDurationText();
  const hours = useDayHours(item.project_id);
  const { schedule, summary } = item;
  const { all: types } = useItemTypes();
  return (
    <>
      <Rail>
        {schedule && (
          <>
            <RailField label={<Term meaning={t("why.mean")}>{t("item.dates")}</Term>}>
              <WhyButton date="start" at={schedule.start} onWhy={onWhy} /> –{" "}
              <WhyButton date="finish" at={schedule.finish} onWhy={onWhy} />
            </RailField>
            <RailField label={<Term meaning={t("item.slackMeans")}>{t("item.slack")}</Term>}>
              {durationText(schedule.total_slack_minutes)}{" "}
              <CriticalSign isCritical={schedule.critical} />
            </RailField>
          </>
        )}
        <RailField label={t("item.duration")}>
          <DurationField
            label={t("item.duration")}
            value={item.duration_minutes}
            canEdit={canEdit && !summary && item.type === "task"}
            onChange={(duration_minutes) => onEdit({ duration_minutes })}
          />
        </RailField>
        {types.length > 0 && (
          <RailField label={t("itemTypes.one")}>
            {canEdit ? (
              <TypeSelect
                size="xs"
                variant="unstyled"
                aria-label={t("itemTypes.one")}
                value={item.item_type_id}
                onChange={(item_type_id) =>
                  item_type_id !== item.item_type_id && onEdit({ item_type_id })
                }
              />
            ) : item.item_type_id ? (
              <TypeName id={item.item_type_id} />
            ) : (
              t("itemTypes.plain")
            )}
          </RailField>
        )}
        {item.state !== null && (
          <RailField label={t("item.state")}>
            <Select
              size="xs"
              variant="unstyled"
              aria-label={t("item.state")}
              allowDeselect={false}
              readOnly={!canEdit && !canReport}
              data={item.workflow.map(({ id, name }) => ({ value: id, label: name }))}
              value={item.state}
              onChange={(state) => state && state !== item.state && onEdit({ state })}
            />
          </RailField>
        )}
        <RailField label={t("item.owner")}>
          {canEdit || canReport ? (
            <PersonSelect
              size="xs"
              variant="unstyled"
              aria-label={t("item.owner")}
              value={item.owner?.id ?? null}
              onChange={(owner_id) => onEdit({ owner_id })}
            />
          ) : (
            <PersonPill person={item.owner} />
          )}
        </RailField>
        <RailField label={t("item.percent")}>
          <PercentField
            value={item.percent_complete}
            canEdit={(canEdit || canReport) && !summary}
            onChange={(percent_complete) => onEdit({ percent_complete })}
          />
        </RailField>
        {!summary && (
          <>
            <RailField label={<Term meaning={t("item.estimateMeans")}>{t("item.estimate")}</Term>}>
              <EstimateField
                itemId={item.id}
                value={item.estimate}
                duration={item.duration_minutes}
                canEdit={canEdit}
                onChange={(estimate) => onEdit({ estimate })}
              />
            </RailField>
            <RailField
              label={<Term meaning={t("item.constraintMeans")}>{t("item.constraint")}</Term>}
            >
              <ConstraintField
                value={item.constraint}
                start={schedule?.start ?? null}
                hour={(day) => hours(day).finish}
                canEdit={canEdit}
                onChange={(constraint) => onEdit({ constraint })}
              />
            </RailField>
          </>
        )}
        <RailField label={t("project.deadline")}>
          <PlanDay
            hour={(day) => hours(day).finish}
            label={t("project.deadline")}
            value={item.deadline}
            canEdit={canEdit}
            onChange={(deadline) => onEdit({ deadline })}
          />
        </RailField>
        {(item.actual_start || item.actual_finish) && (
          <RailField label={t("item.actual")}>
            <Text size="sm">
              {item.actual_start && figures.date(item.actual_start)} –{" "}
              {item.actual_finish && figures.date(item.actual_finish)}
            </Text>
          </RailField>
        )}
      </Rail>
      <SchedulingFields
        item={item}
        hours={hours}
        canEdit={canEdit}
        canReport={canReport}
        onEdit={onEdit}
      />
    </>
  );
}
