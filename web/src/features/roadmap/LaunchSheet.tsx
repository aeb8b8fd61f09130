import { MultiSelect, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { DateField } from "@/ui/DateField";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { LaunchChecklist } from "./LaunchChecklist";
import { LaunchDecisions } from "./LaunchDecisions";
import { LaunchReviews } from "./LaunchReviews";
import { LaunchState } from "./LaunchState";
import { type Launch, launchQuery } from "./launches";
import { NoteLine } from "./NoteLine";
import { roadmapQuery } from "./roadmap";
import { useLaunchDeeds } from "./useLaunchDeeds";

interface Props {
  id: string;
  place: "page" | "peek";
}

/** A launch: its day, what it releases, its checklist, the go, and what came of it. */
export function LaunchSheet({ id, place }: Props) {
  const { data: launch, error } = useQuery(launchQuery(id));
  if (error && !launch) return <ErrorState title={error.title} detail={error.detail} />;
  return launch ? <Known launch={launch} place={place} /> : <LoadingState rows={4} />;
}

function Known({ launch, place }: { launch: Launch; place: Props["place"] }) {
  const { t } = useTranslation();
  const deeds = useLaunchDeeds(launch);
  const { data: roadmap } = useQuery(roadmapQuery(launch.product_id));
  const canEdit = launch.can.edit === true && launch.archived_at === null;
  const isOpen = canEdit && launch.launched_on === null;
  const edit = (fields: object) => deeds.edit(fields, t("launch.edited", { name: launch.key }));
  return (
    <ObjectSheet
      object={launch}
      path={`/launches/${launch.id}`}
      place={place}
      onTitle={(title) => edit({ title })}
      rail={
        <Rail>
          <RailField label={t("initiative.status")}>
            <LaunchState state={launch.state} />
          </RailField>
          <RailField label={t("launch.day")}>
            <DateField
              aria-label={t("launch.day")}
              value={launch.day}
              required
              readOnly={!isOpen}
              onChange={(day) => day && edit({ day })}
            />
          </RailField>
          <RailField label={t("initiative.owner")}>
            <PersonSelect
              size="xs"
              variant="unstyled"
              aria-label={t("initiative.owner")}
              readOnly={!canEdit}
              value={launch.owner?.id ?? null}
              onChange={(owner_id) => edit({ owner_id })}
            />
          </RailField>
          <RailField label={t("launch.releases")}>
            <MultiSelect
              size="xs"
              aria-label={t("launch.releases")}
              searchable
              readOnly={!isOpen}
              value={launch.initiatives.map((each) => each.id)}
              data={(roadmap?.initiatives ?? []).map(({ id, key, title }) => ({
                value: id,
                label: `${key} ${title}`,
              }))}
              onChange={(initiative_ids) => edit({ initiative_ids })}
            />
          </RailField>
        </Rail>
      }
      body={
        <Stack gap="lg">
          <NoteLine
            note={launch.note}
            placeholder={t("launch.noNote")}
            canEdit={canEdit}
            onSave={(note) => edit({ note })}
          />
          <LaunchChecklist launch={launch} deeds={deeds} />
          <LaunchDecisions launch={launch} deeds={deeds} />
          <LaunchReviews launch={launch} deeds={deeds} />
        </Stack>
      }
    />
  );
}
