import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PlanDay } from "@/features/core/PlanDay";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import type { ItemFields, WorkItem } from "./plan";

interface Props {
  item: WorkItem;
  hours: (day: string) => { start: string; finish: string };
  canEdit: boolean;
  onEdit: (fields: ItemFields) => void;
}

/** Whether somebody dates the item by hand, and then from when until when. */
export function HandFields({ item, hours, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const { manual, schedule } = item;
  return (
    <>
      <RailField label={<Term meaning={t("item.byHandMeans")}>{t("item.byHand")}</Term>}>
        <Switch
          size="xs"
          aria-label={t("item.byHand")}
          disabled={!canEdit}
          checked={manual}
          onChange={({ currentTarget }) => onEdit({ manual: currentTarget.checked })}
        />
      </RailField>
      {manual && schedule && (
        <RailField label={t("item.from")}>
          <PlanDay
            label={t("item.from")}
            value={schedule.start}
            hour={(day) => hours(day).start}
            canEdit={canEdit}
            isNeeded
            onChange={(start) => start && onEdit({ start })}
          />
        </RailField>
      )}
      {manual && schedule && item.type === "task" && (
        <RailField label={t("item.until")}>
          <PlanDay
            label={t("item.until")}
            value={schedule.finish}
            hour={(day) => hours(day).finish}
            canEdit={canEdit}
            isNeeded
            onChange={(finish) => finish && onEdit({ finish })}
          />
        </RailField>
      )}
    </>
  );
}
