import { MultiSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { planQuery } from "@/features/scheduling/plan";
import { PeekLink } from "@/ui/PeekLink";
import type { Risk, RiskFields } from "../types";

interface Props {
  risk: Risk;
  canEdit: boolean;
  onSave: (fields: RiskFields) => void;
}

/** The tasks that a risk would make longer; none chosen is the whole project. */
export function RiskTasks({ risk, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const { data: plan } = useQuery({ ...planQuery(risk.project.id), enabled: canEdit });
  if (!canEdit) {
    return (
      <Text size="sm">
        {t("raid.strikes")}{" "}
        {risk.tasks.length === 0
          ? t("raid.wholeProject")
          : risk.tasks.map((task) => (
              <PeekLink key={task.id} kind="work_item" id={task.id} objectKey={task.key} me="xs">
                {task.key} {task.title}
              </PeekLink>
            ))}
      </Text>
    );
  }
  const items = plan?.items ?? risk.tasks;
  return (
    <MultiSelect
      label={t("raid.strikes")}
      placeholder={risk.tasks.length === 0 ? t("raid.wholeProject") : undefined}
      size="sm"
      searchable
      limit={50}
      data={items.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
      value={risk.tasks.map(({ id }) => id)}
      onChange={(task_ids) => onSave({ task_ids })}
    />
  );
}
