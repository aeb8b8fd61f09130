import { Checkbox, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Edit, ItemFields, WorkItem } from "../plan";

interface Props {
  item: WorkItem;
  onEdit: (edit: Edit) => void;
}

const TYPES = ["fixed_units", "fixed_duration", "fixed_work"] as const;

/** What stays when the people of a task change, and whether more of them make it shorter. */
export function WorkRules({ item, onEdit }: Props) {
  const { t } = useTranslation();
  const set = (fields: ItemFields) =>
    onEdit({ op: "set", id: item.id, version: item.version, fields });
  return (
    <>
      <Select
        size="xs"
        variant="unstyled"
        allowDeselect={false}
        aria-label={t("people.taskType")}
        label={t("people.taskType")}
        data={TYPES.map((type) => ({ value: type, label: t(`people.types.${type}`) }))}
        value={item.task_type}
        onChange={(type) =>
          type && type !== item.task_type && set({ task_type: type as WorkItem["task_type"] })
        }
      />
      <Checkbox
        size="xs"
        my="xs"
        label={t("people.effortDriven")}
        description={t("people.effortDrivenMeans")}
        // Where the work stays it cannot be otherwise.
        disabled={item.task_type === "fixed_work"}
        checked={item.effort_driven || item.task_type === "fixed_work"}
        onChange={({ currentTarget }) => set({ effort_driven: currentTarget.checked })}
      />
    </>
  );
}
