import { NumberInput, Select, Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { themesQuery } from "@/features/core/themes";
import { PeekLink } from "@/ui/PeekLink";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { ForecastLine } from "./ForecastLine";
import { type Fields, HORIZONS, type Horizon, type Initiative, roadmapQuery } from "./roadmap";
import { StatusSelect } from "./StatusSelect";
import { WindowField } from "./WindowField";

interface Props {
  initiative: Initiative;
  onEdit: (fields: Fields) => void;
}

const QUIET = { size: "xs", variant: "unstyled" } as const;

export function InitiativeRail({ initiative, onEdit }: Props) {
  const { t } = useTranslation();
  const { data: roadmap } = useQuery(roadmapQuery(initiative.product_id));
  const canEdit = initiative.can.edit === true && initiative.archived_at === null;
  const { data: themes = [] } = useQuery(themesQuery(initiative.product_id));
  const theme = themes.find(({ id }) => id === initiative.theme_id);
  const lanes = roadmap?.lanes ?? [];
  const lane = lanes.find(({ id }) => id === initiative.lane_id);
  return (
    <Rail>
      <RailField label={t("initiative.status")}>
        <StatusSelect
          value={initiative.status}
          canEdit={canEdit}
          onChange={(status) => onEdit({ status })}
        />
      </RailField>
      <RailField label={<Term meaning={t("horizonMeans.term")}>{t("initiative.horizon")}</Term>}>
        {canEdit ? (
          <Select
            {...QUIET}
            aria-label={t("initiative.horizon")}
            placeholder={t("horizon.none")}
            clearable
            value={initiative.horizon}
            data={HORIZONS.map((each) => ({ value: each, label: t(`horizon.${each}`) }))}
            onChange={(horizon) => onEdit({ horizon: horizon as Horizon | null })}
          />
        ) : (
          t(`horizon.${initiative.horizon ?? "none"}`)
        )}
      </RailField>
      <RailField label={t("initiative.window")}>
        <WindowField
          value={initiative.window}
          canEdit={canEdit}
          onChange={(window) => onEdit({ window })}
        />
      </RailField>
      <RailField label={<Term meaning={t("forecast.means")}>{t("forecast.title")}</Term>}>
        <ForecastLine initiative={initiative} />
      </RailField>
      <RailField label={t("initiative.owner")}>
        {canEdit ? (
          <PersonSelect
            {...QUIET}
            aria-label={t("initiative.owner")}
            value={initiative.owner?.id ?? null}
            onChange={(owner_id) => onEdit({ owner_id })}
          />
        ) : (
          <PersonPill person={initiative.owner} />
        )}
      </RailField>
      <RailField label={t("kind.lane")}>
        {canEdit ? (
          <Select
            {...QUIET}
            aria-label={t("kind.lane")}
            placeholder={t("lane.none")}
            clearable
            value={initiative.lane_id}
            data={lanes.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(lane_id) => onEdit({ lane_id })}
          />
        ) : (
          <Text size="sm">{lane?.title ?? t("lane.none")}</Text>
        )}
      </RailField>
      <RailField label={t("kind.theme")}>
        {canEdit ? (
          <Select
            {...QUIET}
            aria-label={t("kind.theme")}
            placeholder={t("theme.none")}
            clearable
            value={initiative.theme_id}
            data={themes.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(theme_id) => onEdit({ theme_id })}
          />
        ) : theme ? (
          <PeekLink kind="theme" id={theme.id} objectKey={theme.key} fz="sm">
            {theme.title}
          </PeekLink>
        ) : (
          <Text size="sm">{t("theme.none")}</Text>
        )}
      </RailField>
      <RailField label={t("initiative.effort")}>
        <NumberInput
          {...QUIET}
          key={initiative.version}
          aria-label={t("initiative.effort")}
          placeholder={t("initiative.noEffort")}
          min={0}
          max={10_000}
          readOnly={!canEdit}
          defaultValue={initiative.effort_weeks ?? ""}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
          onBlur={(event) => {
            const said = event.currentTarget.value;
            const effort_weeks = said === "" ? null : Number(said);
            if (effort_weeks !== initiative.effort_weeks) onEdit({ effort_weeks });
          }}
        />
      </RailField>
      <RailField label={t("initiative.parent")}>
        <Select
          {...QUIET}
          aria-label={t("initiative.parent")}
          placeholder={t("initiative.noParent")}
          clearable
          searchable
          readOnly={!canEdit}
          value={initiative.parent_id}
          data={(roadmap?.initiatives ?? [])
            .filter(({ id }) => id !== initiative.id)
            .map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
          onChange={(parent_id) => onEdit({ parent_id })}
        />
      </RailField>
      <RailField label={t("roadmap.parked")}>
        <Switch
          size="xs"
          aria-label={t("roadmap.parked")}
          checked={initiative.parked}
          disabled={!canEdit}
          onChange={(event) => onEdit({ parked: event.currentTarget.checked })}
        />
      </RailField>
    </Rail>
  );
}
