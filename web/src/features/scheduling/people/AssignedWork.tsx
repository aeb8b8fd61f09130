import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DurationField } from "../DurationField";
import type { Edit, WorkItem } from "../plan";
import { useDurationText } from "../useDurationText";
import { workOf } from "./cells";

interface Props {
  name: string;
  assignment: WorkItem["assignments"][number];
  duration: number;
  canEdit: boolean;
  onEdit: (edit: Edit) => void;
}

/** How much somebody works on an item in all, and how much of that is overtime. */
export function AssignedWork({ name, assignment, duration, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const durationText = useDurationText();
  const { id, overtime_minutes: overtime, work_minutes: regular } = assignment;
  if (!canEdit && overtime === 0 && regular === null) return null;
  return (
    <Group gap={4} mt={-4} mb={4} wrap="nowrap">
      <Text size="xs" c="dimmed" className="tabular">
        {t("people.work", { amount: durationText(workOf(assignment, duration)) })}
      </Text>
      {(canEdit || overtime > 0) && (
        <>
          <Text size="xs" c="dimmed">
            {t("people.ofItOvertime")}
          </Text>
          <DurationField
            label={t("people.overtimeOf", { name })}
            value={overtime}
            canEdit={canEdit}
            onChange={(minutes) => onEdit({ op: "reassign", id, overtime_minutes: minutes })}
          />
        </>
      )}
    </Group>
  );
}
