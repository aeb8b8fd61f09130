import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RailSelect } from "@/features/throughline/RailSelect";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import type { ItemFields, WorkItem } from "./plan";

interface Props {
  item: WorkItem;
  canEdit: boolean;
  onEdit: (fields: ItemFields) => void;
}

const TYPES = ["task", "milestone"] as const;

/** Whether it is a task or a milestone, and whether it counts at all. */
export function TypeField({ item, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <RailField label={<Term meaning={t("item.typeMeans")}>{t("item.type")}</Term>}>
        <RailSelect
          aria-label={t("item.type")}
          allowDeselect={false}
          readOnly={!canEdit}
          data={TYPES.map((type) => ({ value: type, label: t(`item.types.${type}`) }))}
          value={item.type}
          onChange={(type) =>
            type && type !== item.type && onEdit({ type: type as (typeof TYPES)[number] })
          }
        />
      </RailField>
      <RailField label={<Term meaning={t("item.activeMeans")}>{t("item.active")}</Term>}>
        <Switch
          size="xs"
          aria-label={t("item.active")}
          disabled={!canEdit}
          checked={item.active}
          onChange={({ currentTarget }) => onEdit({ active: currentTarget.checked })}
        />
      </RailField>
    </>
  );
}
