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

/** When work began and when it was done. */
export function ActualFields({ item, hours, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <RailField label={<Term meaning={t("item.actualMeans")}>{t("item.began")}</Term>}>
        <PlanDay
          label={t("item.began")}
          value={item.actual_start}
          hour={(day) => hours(day).start}
          canEdit={canEdit}
          onChange={(actual_start) => onEdit({ actual_start })}
        />
      </RailField>
      <RailField label={t("item.ended")}>
        <PlanDay
          label={t("item.ended")}
          value={item.actual_finish}
          hour={(day) => hours(day).finish}
          canEdit={canEdit}
          isNeeded={item.actual_finish !== null}
          onChange={(actual_finish) => actual_finish && onEdit({ actual_finish })}
        />
      </RailField>
    </>
  );
}
