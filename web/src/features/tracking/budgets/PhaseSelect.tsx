import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { budgetQuery } from "./budgets";

interface Props {
  projectId: string;
  value: string | null;
  onChange: (phaseId: string | null) => void;
  readOnly?: boolean;
}

/** A phase of a project, or all of it. */
export function PhaseSelect({ projectId, value, onChange, readOnly }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(budgetQuery(projectId));
  const phases = (data?.phases ?? []).flatMap(({ phase }) => (phase ? [phase] : []));
  return (
    <Select
      size="sm"
      clearable
      readOnly={readOnly}
      label={t("budget.phase")}
      placeholder={t("budget.noPhase")}
      value={value}
      onChange={onChange}
      data={phases.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
