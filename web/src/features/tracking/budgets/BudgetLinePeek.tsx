import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { LoadingState } from "@/ui/LoadingState";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useSave } from "@/ui/useSave";
import { useFigures } from "@/ui/words/figures";
import { ProjectField } from "../ProjectField";
import { AmountField } from "./AmountField";
import { type BudgetLine, budgetLineQuery } from "./budgets";
import { PhaseSelect } from "./PhaseSelect";

type Fields = Partial<BudgetLine> & { phase_id?: string | null };

/** A line of a budget: how much for which phase, who approved it, why the forecast is another. */
export default function BudgetLinePeek({ id, place = "peek" }: PeekProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const query = budgetLineQuery(id);
  const path = `/budget-lines/${id}`;
  const { data: line, error } = useQuery(query);
  const { mutate } = useSave<BudgetLine & Fields>(query.queryKey, path, line?.key);
  if (error && !line) throw error;
  if (!line) return <LoadingState />;
  const save = (fields: Fields) => mutate({ seen: line, fields });
  const canEdit = line.can.edit === true;
  return (
    <ObjectSheet
      object={line}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={
        <Rail>
          <AmountField
            label={t("budget.amount")}
            value={line.amount}
            canEdit={canEdit}
            onSave={(amount) => save({ amount })}
          />
          <AmountField
            label={t("budget.hours")}
            value={line.hours}
            canEdit={canEdit}
            onSave={(hours) => save({ hours })}
          />
          <RailField label={t("budget.approval")}>
            {line.approved_at
              ? `${line.approved_by?.name ?? ""} · ${figures.date(line.approved_at)}`
              : t("budget.notApproved")}
          </RailField>
          <ProjectField project={line.project} search={{ view: "budget" }} />
        </Rail>
      }
      body={
        <>
          <PhaseSelect
            projectId={line.project.id}
            value={line.phase?.id ?? null}
            readOnly={!canEdit}
            onChange={(phase_id) => save({ phase_id })}
          />
          <BlurText
            label={t("budget.why")}
            placeholder={t("budget.whyHint")}
            readOnly={!canEdit}
            value={line.reason}
            onSave={(reason) => save({ reason })}
          />
        </>
      }
    />
  );
}
