import { NumberInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import { PeekLink } from "@/ui/PeekLink";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { objectiveQuery } from "./queries";
import type { KeyResult } from "./types";
import { useMeasure } from "./useMeasure";

interface Props {
  keyResult: KeyResult;
  canEdit: boolean;
  onSave: (fields: Partial<KeyResult>) => void;
}

const QUIET = { size: "sm", variant: "unstyled" } as const;

export function KeyResultRail({ keyResult, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const measure = useMeasure();
  const { data: objective } = useQuery(objectiveQuery(keyResult.objective_id));
  const { start, target, unit, direction, confidence, weight, owner, owner_id, version } =
    keyResult;
  return (
    <Rail>
      <RailField label={t("kind.objective")}>
        {objective && (
          <PeekLink kind="objective" id={objective.id} objectKey={objective.key} fz="sm">
            {objective.key} {objective.title}
          </PeekLink>
        )}
      </RailField>
      <RailField label={t("keyResult.owner")}>
        {canEdit ? (
          <PersonSelect
            {...QUIET}
            aria-label={t("keyResult.owner")}
            value={owner_id !== undefined ? owner_id : (owner?.id ?? null)}
            onChange={(next) => onSave({ owner_id: next })}
          />
        ) : (
          <PersonPill person={owner} />
        )}
      </RailField>
      <RailField label={<Term meaning={t("keyResult.weightMeans")}>{t("keyResult.weight")}</Term>}>
        {canEdit ? (
          <NumberInput
            {...QUIET}
            key={`weight ${version}`}
            aria-label={t("keyResult.weight")}
            min={1}
            max={100}
            allowDecimal={false}
            clampBehavior="strict"
            defaultValue={weight}
            onBlur={(event) => {
              const next = Number.parseInt(event.currentTarget.value, 10);
              if (Number.isFinite(next) && next !== weight) onSave({ weight: next });
            }}
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
          />
        ) : (
          figures.number(weight)
        )}
      </RailField>
      <RailField label={t("keyResult.direction")}>{t(`keyResult.${direction}`)}</RailField>
      {(["start", "target"] as const).map((end) => (
        <RailField key={end} label={t(`keyResult.${end}`)}>
          {canEdit ? (
            <NumberInput
              {...QUIET}
              key={version}
              hideControls
              aria-label={t(`keyResult.${end}`)}
              decimalScale={4}
              suffix={unit && `\u202f${unit}`}
              defaultValue={keyResult[end]}
              onBlur={(event) => {
                const next = Number.parseFloat(event.currentTarget.value);
                if (Number.isFinite(next) && next !== keyResult[end]) onSave({ [end]: next });
              }}
            />
          ) : (
            measure(end === "start" ? start : target, unit)
          )}
        </RailField>
      ))}
      <RailField label={t("keyResult.unit")}>
        {canEdit ? (
          <TextInput
            {...QUIET}
            key={version}
            aria-label={t("keyResult.unit")}
            placeholder={t("keyResult.unitExample")}
            maxLength={40}
            defaultValue={unit}
            onBlur={(event) => {
              const next = event.currentTarget.value.trim();
              if (next !== unit) onSave({ unit: next });
            }}
          />
        ) : (
          unit
        )}
      </RailField>
      <RailField label={t("checkIn.confidence")}>
        {confidence === null ? t("keyResult.unread") : figures.percent(confidence / 100)}
      </RailField>
    </Rail>
  );
}
