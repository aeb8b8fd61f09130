import { Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { planQuery } from "@/features/scheduling/plan";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { DateField } from "@/ui/DateField";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { useSave } from "@/ui/useSave";
import { GateBody } from "./GateBody";
import { GateStateMark } from "./GateStateMark";
import { type Gate, gateQuery } from "./gates";

interface Props {
  id: string;
  place: Place;
}

type Fields = Partial<Gate> & { owner_id?: string | null; milestone_id?: string | null };

/** A gate on its page and beside another one. */
export function GateView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = gateQuery(id);
  const path = `/gates/${id}`;
  const { data: gate, error } = useQuery(query);
  const { mutate } = useSave<Gate & Fields>(query.queryKey, path, gate?.key);
  if (error && !gate) throw error;
  if (!gate) return <LoadingState />;
  const save = (fields: Fields) => mutate({ seen: gate, fields });
  return (
    <ObjectSheet
      object={gate}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<GateRail gate={gate} onSave={save} />}
      body={
        <Stack gap="lg">
          {gate.can.edit && (
            <BlurText
              label={t("gate.purpose")}
              placeholder={t("gate.purposeHint")}
              value={gate.purpose}
              onSave={(purpose) => save({ purpose })}
            />
          )}
          <GateBody gate={gate.can.edit ? { ...gate, purpose: "" } : gate} />
        </Stack>
      }
    />
  );
}

function GateRail({ gate, onSave }: { gate: Gate; onSave: (fields: Fields) => void }) {
  const { t } = useTranslation();
  const readOnly = gate.can.edit !== true;
  const { data: plan } = useQuery(planQuery(gate.project.id));
  const milestones = plan?.items.filter(({ type }) => type === "milestone") ?? [];
  return (
    <Rail>
      <RailField label={t("gate.decision")}>
        <GateStateMark state={gate.state} />
      </RailField>
      <RailField label={t("kind.project")}>
        <PeekLink kind="project" id={gate.project.id} objectKey={gate.project.key} fz="sm">
          {gate.project.title}
        </PeekLink>
      </RailField>
      <RailField label={t("gate.decider")}>
        <PersonSelect
          size="xs"
          aria-label={t("gate.decider")}
          readOnly={readOnly}
          value={gate.owner?.id ?? null}
          onChange={(owner_id) => onSave({ owner_id })}
        />
      </RailField>
      <RailField label={t("gate.due")}>
        <DateField
          aria-label={t("gate.due")}
          readOnly={readOnly}
          value={gate.due}
          onChange={(due) => onSave({ due })}
        />
      </RailField>
      <RailField label={t("gate.milestone")}>
        <Select
          size="xs"
          aria-label={t("gate.milestone")}
          clearable
          searchable
          readOnly={readOnly}
          placeholder={t("gate.noMilestone")}
          data={milestones.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
          value={gate.milestone?.id ?? null}
          onChange={(milestone_id) => onSave({ milestone_id })}
        />
      </RailField>
    </Rail>
  );
}
