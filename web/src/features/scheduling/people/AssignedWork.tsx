import { Box, Group, Text } from "@mantine/core";
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

/** How much somebody works on an item in all, how much of that is overtime, and how long after its start they begin. */
export function AssignedWork({ name, assignment, duration, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const durationText = useDurationText();
  const {
    id,
    overtime_minutes: overtime,
    work_minutes: regular,
    delay_minutes: delay,
  } = assignment;
  if (!canEdit && overtime === 0 && delay === 0 && regular === null) return null;
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
          <Box w={56}>
            <DurationField
              label={t("people.overtimeOf", { name })}
              value={overtime}
              canEdit={canEdit}
              onChange={(minutes) => onEdit({ op: "reassign", id, overtime_minutes: minutes })}
            />
          </Box>
        </>
      )}
      {(canEdit || delay > 0) && (
        <>
          <Text size="xs" c="dimmed">
            {t("people.beginsLater")}
          </Text>
          <Box w={56}>
            <DurationField
              label={t("people.delayOf", { name })}
              value={delay}
              canEdit={canEdit}
              onChange={(minutes) => onEdit({ op: "reassign", id, delay_minutes: minutes })}
            />
          </Box>
        </>
      )}
    </Group>
  );
}
