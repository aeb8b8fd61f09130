import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { riskQuery } from "../queries";
import type { Risk, RiskFields } from "../types";
import { CloseRisk } from "./CloseRisk";
import { OccurRisk } from "./OccurRisk";
import { RiskFigures } from "./RiskFigures";
import { RiskRail } from "./RiskRail";
import { RiskTasks } from "./RiskTasks";
import classes from "./RiskView.module.css";

interface Props {
  id: string;
  place: Place;
}

const STORY = ["cause", "event", "effect"] as const;
const ANSWER = ["response", "triggers"] as const;

/** A risk: what leads to what, how likely and how bad, what is done about it, and what it costs the plan. */
export function RiskView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = riskQuery(id);
  const path = `/risks/${id}`;
  const { data: risk, error } = useQuery(query);
  const { mutate } = useSave<Risk & RiskFields>(query.queryKey, path, risk?.key);
  if (error && !risk) throw error;
  if (!risk) return <LoadingState />;
  const save = (fields: RiskFields) => mutate({ seen: risk, fields });
  const canEdit = risk.can.edit === true && risk.archived_at === null;
  const text = (name: (typeof STORY)[number] | (typeof ANSWER)[number]) => (
    <BlurText
      key={name}
      label={t(`raid.risk.${name}`)}
      placeholder={canEdit ? t(`raid.riskHint.${name}`) : "–"}
      readOnly={!canEdit}
      value={risk[name]}
      onSave={(said) => save({ [name]: said })}
    />
  );
  return (
    <ObjectSheet
      object={risk}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<RiskRail risk={risk} canEdit={canEdit} onSave={save} />}
      body={
        <div className={classes.body}>
          {risk.status !== "open" && (
            <Text size="sm" className={classes.settled}>
              <strong>{t(`raid.option.${risk.status}`)}</strong> {risk.status_reason}
            </Text>
          )}
          {STORY.map(text)}
          <RiskFigures risk={risk} canEdit={canEdit} onSave={save} />
          <RiskTasks risk={risk} canEdit={canEdit} onSave={save} />
          {ANSWER.map(text)}
          {canEdit && risk.status === "open" && (
            <Group>
              <OccurRisk risk={risk} />
              <CloseRisk risk={risk} onClose={(reason) => save(closed(reason))} />
            </Group>
          )}
        </div>
      }
    />
  );
}

function closed(status_reason: string): RiskFields {
  return { status: "closed", status_reason };
}
