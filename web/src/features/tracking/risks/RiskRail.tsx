import { Switch, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FigureField } from "@/features/market/FigureField";
import { RailSelect } from "@/features/throughline/RailSelect";
import { DateField } from "@/ui/DateField";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { OwnerField } from "../OwnerField";
import { ProjectField } from "../ProjectField";
import { CATEGORIES, RISK_TYPES, type Risk, type RiskFields, STRATEGIES } from "../types";

interface Props {
  risk: Risk;
  canEdit: boolean;
  onSave: (fields: RiskFields) => void;
}

export function RiskRail({ risk, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const word = (option: string) => t(`raid.option.${option as "open"}`);
  const choice = (
    name: "type" | "category" | "strategy",
    options: readonly string[],
    save: (value: string | null) => void,
  ) => (
    <RailField label={t(`raid.risk.${name}`)}>
      {canEdit ? (
        <RailSelect
          aria-label={t(`raid.risk.${name}`)}
          allowDeselect={name === "strategy"}
          clearable={name === "strategy"}
          placeholder="–"
          data={options.map((value) => ({ value, label: word(value) }))}
          value={risk[name] || null}
          onChange={save}
        />
      ) : (
        <Text size="sm">{risk[name] ? word(risk[name]) : "–"}</Text>
      )}
    </RailField>
  );
  return (
    <Rail>
      <RailField label={<Term meaning={t("raid.p80Means")}>{t("raid.p80")}</Term>}>
        <Text size="sm">
          {risk.p80_days === null
            ? t("raid.noCost")
            : t("raid.days", { count: risk.p80_days, days: figures.number(risk.p80_days) })}
        </Text>
      </RailField>
      {risk.exposure_days !== null && (
        <RailField label={t("raid.exposure")}>
          <Text size="sm">
            {t("raid.days", {
              count: risk.exposure_days,
              days: figures.number(risk.exposure_days),
            })}
            {risk.exposure_cost !== null && `, ${figures.number(risk.exposure_cost)}`}
          </Text>
        </RailField>
      )}
      <OwnerField
        label={t("list.field.owner")}
        person={risk.owner}
        canEdit={canEdit}
        onSave={(owner_id) => onSave({ owner_id })}
      />
      {choice("strategy", STRATEGIES[risk.type], (next) =>
        onSave({ strategy: (next ?? "") as Risk["strategy"] }),
      )}
      <RailField label={t("raid.risk.response_in_place")}>
        <Switch
          size="sm"
          aria-label={t("raid.risk.response_in_place")}
          checked={risk.response_in_place}
          disabled={!canEdit}
          onChange={(event) => onSave({ response_in_place: event.currentTarget.checked })}
        />
      </RailField>
      <RailField label={t("raid.risk.proximity")}>
        <DateField
          aria-label={t("raid.risk.proximity")}
          value={risk.proximity}
          readOnly={!canEdit}
          onChange={(proximity) => onSave({ proximity })}
        />
      </RailField>
      <FigureField
        label={t("raid.risk.cost")}
        value={risk.cost}
        canEdit={canEdit}
        onSave={(cost) => onSave({ cost })}
      />
      {choice(
        "category",
        CATEGORIES,
        (next) => next && onSave({ category: next as Risk["category"] }),
      )}
      {choice(
        "type",
        RISK_TYPES,
        (next) => next && onSave({ type: next as Risk["type"], strategy: "" }),
      )}
      <ProjectField project={risk.project} search={{ view: "register", register: "risk" }} />
    </Rail>
  );
}
