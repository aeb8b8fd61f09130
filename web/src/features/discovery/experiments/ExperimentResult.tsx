import { Button, Group, NumberInput, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { BlurText } from "../risks/BlurText";
import type { Experiment } from "../types";
import { VerdictMark } from "../VerdictMark";
import classes from "./Experiment.module.css";
import { Proposal } from "./Proposal";
import { useExperimentDeeds } from "./useExperimentDeeds";

interface Props {
  experiment: Experiment;
  canEdit: boolean;
  onSave: (fields: Partial<Experiment>) => void;
}

/** How it goes, what came out, and what that suggests. */
export function ExperimentResult({ experiment, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const { state } = experiment;
  if (state === "planned" && !canEdit) return null;
  return (
    <section className={classes.box} aria-label={t("experiment.result")}>
      <Text component="h2" size="sm" fw={600}>
        {t("experiment.result")}
      </Text>
      {state === "planned" && <Begin experiment={experiment} />}
      {state === "running" && canEdit && <End experiment={experiment} />}
      {state === "running" && !canEdit && <Text size="sm">{t("experiment.isRunning")}</Text>}
      {state === "done" && <Figures experiment={experiment} />}
      {(state === "done" || state === "stopped") && (
        <BlurText
          label={t(state === "done" ? "experiment.learning" : "experiment.whyStopped")}
          readOnly={!canEdit}
          value={experiment.learning}
          onSave={(learning) => onSave({ learning })}
        />
      )}
      {state === "done" && <Proposal experiment={experiment} canEdit={canEdit} />}
    </section>
  );
}

function Begin({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const deeds = useExperimentDeeds(experiment);
  const isReady = experiment.threshold !== null && experiment.metric !== "";
  return (
    <Group gap="sm">
      <Button size="sm" disabled={!isReady} loading={deeds.isPending} onClick={() => deeds.start()}>
        {t("experiment.start")}
      </Button>
      <Text size="sm" c="dimmed">
        {t(isReady ? "experiment.startHint" : "experiment.notReady")}
      </Text>
    </Group>
  );
}

function End({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const deeds = useExperimentDeeds(experiment);
  const [measured, setMeasured] = useState<number | string>("");
  const [learning, setLearning] = useState("");
  return (
    <>
      <NumberInput
        size="sm"
        maw={280}
        label={experiment.metric}
        suffix={experiment.unit && ` ${experiment.unit}`}
        value={measured}
        onChange={setMeasured}
      />
      <Textarea
        size="sm"
        autosize
        minRows={2}
        label={t("experiment.learning")}
        value={learning}
        onChange={(event) => setLearning(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button
          size="sm"
          disabled={typeof measured !== "number"}
          loading={deeds.isPending}
          onClick={() => deeds.finish(Number(measured), learning)}
        >
          {t("experiment.finish")}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={learning.trim() === ""}
          onClick={() => deeds.stop(learning)}
        >
          {t("experiment.stop")}
        </Button>
        <Text size="xs" c="dimmed">
          {t("experiment.stopHint")}
        </Text>
      </Group>
    </>
  );
}

function Figures({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { measured, threshold, unit, comparison } = experiment;
  if (measured === null || threshold === null) return null;
  return (
    <div className={classes.figures}>
      <span className={classes.measured}>
        {figures.number(measured)} {unit}
      </span>
      <VerdictMark experiment={experiment} />
      <Text size="sm" c="dimmed">
        {t(`experiment.asked.${comparison}`, { value: figures.number(threshold), unit })}
      </Text>
    </div>
  );
}
