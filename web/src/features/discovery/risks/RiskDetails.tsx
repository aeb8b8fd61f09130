import { NumberInput, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PersonSelect } from "@/features/core/PersonSelect";
import type { RiskRead } from "../types";
import { BlurText } from "./BlurText";
import { RiskEvidence } from "./RiskEvidence";
import classes from "./Risks.module.css";
import { ThresholdField } from "./ThresholdField";
import { useAssume } from "./useAssume";

interface Props {
  ideaId: string;
  read: RiskRead;
  canEdit: boolean;
}

const IMPORTANCES = ["1", "2", "3", "4", "5"] as const;

/** All that is known of one risk, each field saved as one leaves it. */
export function RiskDetails({ ideaId, read, canEdit }: Props) {
  const { t } = useTranslation();
  const save = useAssume(ideaId, read);
  const { assumption } = read;
  const confidence = assumption?.confidence ?? null;
  return (
    <div className={classes.details}>
      <BlurText
        label={t("risk.assumption")}
        description={t(`risk.asks.${read.risk}`)}
        readOnly={!canEdit}
        value={assumption?.title ?? ""}
        onSave={(title) => title !== "" && save({ title })}
      />
      <div className={classes.pair}>
        <NumberInput
          key={confidence}
          size="sm"
          label={t("risk.confidence")}
          min={0}
          max={100}
          step={5}
          suffix=" %"
          allowDecimal={false}
          readOnly={!canEdit}
          placeholder={t("risk.unknown")}
          defaultValue={confidence ?? ""}
          onBlur={(event) => {
            const typed = Number.parseInt(event.currentTarget.value, 10);
            const next = Number.isNaN(typed) ? null : Math.max(0, Math.min(100, typed));
            if (next !== confidence) save({ confidence: next });
          }}
        />
        <Select
          size="sm"
          label={t("risk.importance")}
          allowDeselect={false}
          readOnly={!canEdit}
          data={IMPORTANCES.map((value) => ({ value, label: t(`risk.importances.${value}`) }))}
          value={String(assumption?.importance ?? 3)}
          onChange={(next) => next && save({ importance: Number(next) })}
        />
        <PersonSelect
          size="sm"
          label={t("risk.owner")}
          readOnly={!canEdit}
          value={assumption?.owner?.id ?? null}
          onChange={(owner_id) => save({ owner_id })}
        />
      </div>
      <div className={classes.pair}>
        <BlurText
          label={t("risk.nextTest")}
          description={t("risk.nextTestHint")}
          readOnly={!canEdit}
          value={assumption?.next_test ?? ""}
          onSave={(next_test) => save({ next_test })}
        />
        <ThresholdField
          assumption={assumption}
          isMeasured={read.experiments.some(({ state }) => state === "done")}
          readOnly={!canEdit}
          onSave={save}
        />
      </div>
      <RiskEvidence ideaId={ideaId} read={read} canEdit={canEdit} />
    </div>
  );
}
