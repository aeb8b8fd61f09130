import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { DayRows } from "./DayRows";
import type { Resource } from "./resources";

type Step = Resource["capacity_steps"][number];

interface Props {
  steps: readonly Step[];
  canEdit: boolean;
  onChange: (steps: Step[]) => void;
}

/** Times in which there is more or less of somebody than usual. */
export function CapacitySteps({ steps, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [percent, setPercent] = useState<number | string>(50);
  return (
    <DayRows
      title={t("resource.steps")}
      none={t("resource.noSteps")}
      rows={steps}
      canEdit={canEdit}
      told={(row) => figures.percent(row.units)}
      adding={{
        verb: t("resource.addStep"),
        fields: (
          <NumberInput
            w={100}
            min={0}
            suffix=" %"
            aria-label={t("resource.capacity")}
            value={percent}
            onChange={setPercent}
          />
        ),
        made: (span) => ({ ...span, units: Number(percent) / 100 }),
      }}
      onChange={onChange}
    />
  );
}
