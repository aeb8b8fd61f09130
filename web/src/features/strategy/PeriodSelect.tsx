import type { SelectProps } from "@mantine/core";
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RailSelect } from "@/features/throughline/RailSelect";
import { likelyPeriods } from "./period";
import { usePeriodText } from "./usePeriodText";

interface Props extends Omit<SelectProps, "value" | "onChange" | "data"> {
  value: string;
  onChange: (period: string) => void;
  inRail?: boolean;
}

/** The periods one plans for, and the one that is set. */
export function PeriodSelect({ value, onChange, inRail = false, ...rest }: Props) {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  const Field = inRail ? RailSelect : Select;
  const periods = [...new Set([...(value ? [value] : []), ...likelyPeriods(new Date())])];
  return (
    <Field
      {...rest}
      clearable
      placeholder={t("objective.noPeriod")}
      data={periods.map((period) => ({ value: period, label: periodText(period) }))}
      value={value || null}
      onChange={(next) => onChange(next ?? "")}
    />
  );
}
