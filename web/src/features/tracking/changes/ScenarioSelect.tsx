import { Select, type SelectProps } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { scenariosQuery } from "@/features/scheduling/scenarios/scenarios";

interface Props extends Omit<SelectProps, "data"> {
  projectId: string;
}

/** One of the open scenarios of a project, or none. */
export function ScenarioSelect({ projectId, ...rest }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(scenariosQuery(projectId));
  return (
    <Select
      searchable
      clearable
      placeholder={t("request.noScenario")}
      {...rest}
      data={(data ?? []).map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
    />
  );
}
