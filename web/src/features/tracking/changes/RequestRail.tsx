import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProjectLink } from "@/features/delivery/ProjectLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { ChangeRequest } from "./requests";
import { ScenarioSelect } from "./ScenarioSelect";

interface Props {
  request: ChangeRequest;
  canEdit: boolean;
  onScenario: (scenarioId: string | null) => void;
}

/** Where a request stands, and the project, scenario and baseline that belong to it. */
export function RequestRail({ request, canEdit, onScenario }: Props) {
  const { t } = useTranslation();
  const { project, scenario, baseline } = request;
  const way = (text: string, search: Record<string, string>) => (
    <ProjectLink id={project.id} search={search}>
      {text}
    </ProjectLink>
  );
  return (
    <Rail>
      <RailField label={t("request.state")}>
        <Text size="sm">{t(`request.is.${request.state}`)}</Text>
      </RailField>
      {request.waits_for && (
        <RailField label={t("request.waitsFor")}>
          <Text size="sm">{request.waits_for.name}</Text>
        </RailField>
      )}
      <RailField label={t("request.raisedBy")}>
        <Text size="sm">{request.raised_by?.name ?? t("person.none")}</Text>
      </RailField>
      <RailField label={t("request.scenario")}>
        {canEdit && (
          <ScenarioSelect
            aria-label={t("request.scenario")}
            size="xs"
            projectId={project.id}
            value={scenario?.id ?? null}
            onChange={onScenario}
          />
        )}
        {scenario
          ? way(`${scenario.key} ${scenario.title}`, { view: "changes", scenario: scenario.id })
          : !canEdit && <Text size="sm">{t("request.noScenario")}</Text>}
      </RailField>
      {baseline && (
        <RailField label={t("request.baseline")}>
          {way(baseline.title, { view: "baselines", baseline: baseline.id })}
        </RailField>
      )}
      <RailField label={t("kind.project")}>{way(project.title, { view: "requests" })}</RailField>
    </Rail>
  );
}
