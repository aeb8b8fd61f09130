import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { DateField } from "@/ui/DateField";
import { LoadingState } from "@/ui/LoadingState";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useSave } from "@/ui/useSave";
import { ProjectField } from "../ProjectField";
import { AmountField } from "./AmountField";
import { CATEGORIES, type CostLine, costLineQuery, STATES } from "./budgets";

type Fields = Partial<CostLine>;

/** A cost beside work: what was planned, what was ordered or invoiced. */
export default function CostLinePeek({ id, place = "peek" }: PeekProps) {
  const { t } = useTranslation();
  const query = costLineQuery(id);
  const path = `/cost-lines/${id}`;
  const { data: line, error } = useQuery(query);
  const { mutate } = useSave<CostLine>(query.queryKey, path, line?.key);
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
            label={t("budget.plannedAmount")}
            value={line.planned}
            canEdit={canEdit}
            onSave={(planned) => save({ planned })}
          />
          <AmountField
            label={t("budget.invoiced")}
            value={line.amount}
            canEdit={canEdit}
            onSave={(amount) => save({ amount })}
          />
          <ProjectField project={line.project} search={{ view: "budget" }} />
          {line.item && <RailField label={t("kind.work_item")}>{line.item.title}</RailField>}
        </Rail>
      }
      body={
        <>
          <Select
            size="sm"
            label={t("list.field.state")}
            allowDeselect={false}
            readOnly={!canEdit}
            data={STATES.map((value) => ({ value, label: t(`budget.costState.${value}`) }))}
            value={line.state}
            onChange={(state) => state && save({ state: state as CostLine["state"] })}
          />
          <Select
            size="sm"
            label={t("list.field.category")}
            allowDeselect={false}
            readOnly={!canEdit}
            data={CATEGORIES.map((value) => ({ value, label: t(`budget.category.${value}`) }))}
            value={line.category}
            onChange={(category) =>
              category && save({ category: category as CostLine["category"] })
            }
          />
          <DateField
            label={t("budget.dueOn")}
            readOnly={!canEdit}
            value={line.on}
            onChange={(on) => save({ on })}
          />
          <BlurText
            label={t("budget.reference")}
            readOnly={!canEdit}
            maxLength={300}
            value={line.reference}
            onSave={(reference) => save({ reference })}
          />
        </>
      }
    />
  );
}
