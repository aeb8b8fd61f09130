import { NumberInput, Select, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { BlurText } from "../risks/BlurText";
import { COMPARISONS, type Experiment } from "../types";
import classes from "./Experiment.module.css";

interface Props {
  experiment: Experiment;
  canEdit: boolean;
  onSave: (fields: Partial<Experiment>) => void;
}

/** What would confirm it: free until it starts, fixed from then on. */
export function ExperimentPlan({ experiment, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const isFixed = experiment.state !== "planned";
  const readOnly = !canEdit || isFixed;
  return (
    <section className={classes.box} aria-label={t("experiment.before")}>
      <div className={classes.head}>
        <Text component="h2" size="sm" fw={600}>
          {t("experiment.before")}
        </Text>
        <Text size="xs" c="dimmed">
          {isFixed && <IconLock size={12} aria-hidden />}{" "}
          {t(isFixed ? "experiment.isFixed" : "experiment.willFix")}
        </Text>
      </div>
      <BlurText
        label={t("experiment.hypothesis")}
        placeholder={t("experiment.hypothesisExample")}
        readOnly={readOnly}
        value={experiment.hypothesis}
        onSave={(hypothesis) => onSave({ hypothesis })}
      />
      <BlurText
        label={t("experiment.metric")}
        placeholder={t("experiment.metricExample")}
        readOnly={readOnly}
        value={experiment.metric}
        onSave={(metric) => onSave({ metric })}
      />
      <div className={classes.fields}>
        <Select
          size="sm"
          label={t("experiment.confirmedBy")}
          allowDeselect={false}
          readOnly={readOnly}
          data={COMPARISONS.map((value) => ({ value, label: t(`experiment.comparison.${value}`) }))}
          value={experiment.comparison}
          onChange={(next) => onSave({ comparison: COMPARISONS.find((one) => one === next) })}
        />
        <NumberInput
          key={experiment.threshold}
          size="sm"
          label={t("experiment.threshold")}
          readOnly={readOnly}
          defaultValue={experiment.threshold ?? ""}
          onBlur={(event) => {
            const text = event.currentTarget.value.trim();
            const threshold = text === "" ? null : Number(text);
            if (threshold !== experiment.threshold) onSave({ threshold });
          }}
        />
        <BlurText
          label={t("experiment.unit")}
          readOnly={readOnly}
          value={experiment.unit}
          onSave={(unit) => onSave({ unit })}
        />
      </div>
      <BlurText
        label={t("experiment.audience")}
        placeholder={t("experiment.audienceExample")}
        readOnly={!canEdit}
        value={experiment.audience}
        onSave={(audience) => onSave({ audience })}
      />
    </section>
  );
}
