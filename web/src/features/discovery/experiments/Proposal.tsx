import { Button, Group, NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { Experiment } from "../types";
import classes from "./Experiment.module.css";
import { useExperimentDeeds } from "./useExperimentDeeds";

interface Props {
  experiment: Experiment;
  canEdit: boolean;
}

/** What the result suggests for the risk; a person decides. Afterwards: what was decided, and by whom. */
export function Proposal({ experiment, canEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { weighing, proposed_confidence: proposed, risk } = experiment;
  const percent = (value: number | null) =>
    value === null ? t("risk.unknown") : figures.percent(value / 100);
  if (weighing) {
    const said = { by: weighing.by?.name ?? t("activity.someone"), risk: t(`risk.${risk}`) };
    return (
      <Text size="sm" c="dimmed">
        {weighing.after === null
          ? t("experiment.wasSetAside", said)
          : t("experiment.wasTaken", {
              ...said,
              before: percent(weighing.before),
              after: percent(weighing.after),
            })}
      </Text>
    );
  }
  if (proposed === null) return null;
  return (
    <div className={classes.proposal}>
      <Text size="sm" fw={500}>
        {t("experiment.suggests", {
          risk: t(`risk.${risk}`),
          before: percent(experiment.confidence),
          after: percent(proposed),
        })}
      </Text>
      <Text size="xs" c="dimmed">
        {t("experiment.how")}
      </Text>
      {canEdit && <Decide experiment={experiment} proposed={proposed} />}
    </div>
  );
}

function Decide({ experiment, proposed }: { experiment: Experiment; proposed: number }) {
  const { t } = useTranslation();
  const deeds = useExperimentDeeds(experiment);
  const [confidence, setConfidence] = useState<number | string>(proposed);
  return (
    <Group gap="sm" align="end">
      <NumberInput
        size="sm"
        w={128}
        label={t("risk.confidence")}
        min={0}
        max={100}
        suffix=" %"
        allowDecimal={false}
        value={confidence}
        onChange={setConfidence}
      />
      <Button
        size="sm"
        disabled={typeof confidence !== "number"}
        loading={deeds.isPending}
        onClick={() => deeds.weigh(true, Number(confidence))}
      >
        {t("experiment.takeUp")}
      </Button>
      <Button size="sm" variant="default" onClick={() => deeds.weigh(false)}>
        {t("experiment.setAside")}
      </Button>
    </Group>
  );
}
