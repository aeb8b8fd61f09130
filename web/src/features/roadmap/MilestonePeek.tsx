import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { DateField } from "@/ui/DateField";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useSave } from "@/ui/useSave";
import { NoteLine } from "./NoteLine";
import { type Milestone, roadmapQuery } from "./roadmap";

export default function MilestonePeek({ id, place = "peek" }: PeekProps) {
  const { t } = useTranslation();
  const path = `/milestones/${id}`;
  const queryKey = ["milestone", id];
  const { data: milestone, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => http.get<Milestone>(path, { signal }),
    meta: { kinds: ["milestone"] },
  });
  const save = useSave<Milestone>(queryKey, path, milestone?.key);
  const { data: roadmap } = useQuery({
    ...roadmapQuery(milestone?.product_id ?? ""),
    enabled: milestone !== undefined,
  });
  if (error && !milestone) return <ErrorState title={error.title} detail={error.detail} />;
  if (!milestone) return <LoadingState rows={3} />;
  const canEdit = milestone.can.edit === true && milestone.archived_at === null;
  const edit = (fields: Partial<Milestone>) => save.mutate({ seen: milestone, fields });
  return (
    <ObjectSheet
      object={milestone}
      path={path}
      place={place}
      onTitle={(title) => edit({ title })}
      rail={
        <Rail>
          <RailField label={t("milestone.day")}>
            <DateField
              aria-label={t("milestone.day")}
              value={milestone.day}
              required
              readOnly={!canEdit}
              onChange={(day) => day && edit({ day })}
            />
          </RailField>
          <RailField label={t("kind.lane")}>
            <Select
              size="xs"
              variant="unstyled"
              aria-label={t("kind.lane")}
              placeholder={t("lane.none")}
              clearable
              readOnly={!canEdit}
              value={milestone.lane_id}
              data={(roadmap?.lanes ?? []).map((lane) => ({ value: lane.id, label: lane.title }))}
              onChange={(lane_id) => edit({ lane_id })}
            />
          </RailField>
        </Rail>
      }
      body={
        <NoteLine
          note={milestone.note}
          placeholder={t("milestone.note")}
          canEdit={canEdit}
          onSave={(note) => edit({ note })}
        />
      }
    />
  );
}
