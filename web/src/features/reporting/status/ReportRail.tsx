import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProjectLink } from "@/features/delivery/ProjectLink";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { useFigures } from "@/ui/words/figures";
import type { StatusReport } from "./status";

/** Of which project a report is, when it was drawn and published by whom, and which came before and after. */
export function ReportRail({ report }: { report: StatusReport }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { project, state, as_of, published_at, published_by, drafted_by } = report;
  const by = published_by ?? drafted_by;
  return (
    <Rail>
      <RailField label={t("kind.project")}>
        <ProjectLink id={project.id} search={{ view: "status" }}>
          {project.title}
        </ProjectLink>
      </RailField>
      <RailField label={t("statusReport.state")}>
        <Text size="sm">{t(`statusReport.is.${state}`)}</Text>
      </RailField>
      <RailField label={t("statusReport.asOf")}>
        <Text size="sm">{figures.dateTime(as_of)}</Text>
      </RailField>
      {published_at && (
        <RailField label={t("statusReport.published")}>
          <Text size="sm">{figures.dateTime(published_at)}</Text>
        </RailField>
      )}
      <RailField label={t(published_by ? "statusReport.publishedBy" : "statusReport.draftedBy")}>
        <Text size="sm">{by?.name ?? t("person.none")}</Text>
      </RailField>
      {(["compared", "superseded_by"] as const).map((name) => {
        const other = name === "compared" ? report.compared?.report : report.superseded_by;
        return (
          other && (
            <RailField key={name} label={t(`statusReport.${name}`)}>
              <PeekLink kind="status_report" id={other.id} objectKey={other.key} fz="sm">
                {other.key} {other.title}
              </PeekLink>
            </RailField>
          )
        );
      })}
    </Rail>
  );
}
