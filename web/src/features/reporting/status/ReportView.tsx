import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { ComparedTable } from "./ComparedTable";
import { HealthSection } from "./HealthSection";
import { ReportActions } from "./ReportActions";
import { ReportFigures } from "./ReportFigures";
import { ReportRail } from "./ReportRail";
import { ReportSections } from "./ReportSections";
import { reportQuery, type StatusReport } from "./status";
import { useReportDeeds } from "./useReportDeeds";

interface Props {
  id: string;
  place: Place;
}

/** A status report: health, figures, what changed, and its sentences; a draft is edited, what is published is read. */
export function ReportView({ id, place }: Props) {
  const query = reportQuery(id);
  const path = `/status-reports/${id}`;
  const { data: report, error } = useQuery(query);
  const title = useSave<StatusReport>(query.queryKey, path, report?.key);
  const deeds = useReportDeeds(id);
  if (error && !report) throw error;
  if (!report) return <LoadingState />;
  const canEdit = report.can.edit === true && report.archived_at === null;
  return (
    <ObjectSheet
      object={report}
      path={path}
      place={place}
      onTitle={(next) => title.mutate({ seen: report, fields: { title: next } })}
      rail={<ReportRail report={report} />}
      body={
        <Stack gap="lg">
          <ReportActions report={report} deeds={deeds} />
          <HealthSection
            report={report}
            onHealth={
              canEdit
                ? (health, reason) => deeds.edit.mutate({ health, health_reason: reason })
                : undefined
            }
          />
          <ReportFigures report={report} />
          <div>
            <ReportSections
              report={report}
              onEdit={canEdit ? (edit) => deeds.edit.mutate({ edit }) : undefined}
            />
            <ComparedTable report={report} />
          </div>
        </Stack>
      }
    />
  );
}
