import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RailSelect } from "@/features/throughline/RailSelect";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { FigureField } from "../FigureField";
import { LineField } from "../LineField";
import { JOB_TYPES, type Job } from "../types";
import { JobScore } from "./JobScore";

interface Props {
  job: Job;
  canEdit: boolean;
  onSave: (fields: Partial<Job>) => void;
}

export function JobRail({ job, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  return (
    <Rail>
      <RailField label={t("jobToBeDone.score")}>
        <JobScore job={job} />
      </RailField>
      {(["importance", "satisfaction"] as const).map((name) => (
        <FigureField
          key={name}
          label={t(`jobToBeDone.${name}`)}
          value={job[name]}
          min={1}
          max={10}
          decimals={1}
          canEdit={canEdit}
          onSave={(figure) => onSave({ [name]: figure })}
        />
      ))}
      <LineField
        label={t("jobToBeDone.asked")}
        placeholder={t("jobToBeDone.askedExample")}
        value={job.asked}
        canEdit={canEdit}
        onSave={(asked) => onSave({ asked })}
      />
      <RailField label={t("jobToBeDone.type")}>
        {canEdit ? (
          <RailSelect
            aria-label={t("jobToBeDone.type")}
            allowDeselect={false}
            data={JOB_TYPES.map((value) => ({ value, label: t(`jobToBeDone.types.${value}`) }))}
            value={job.type}
            onChange={(next) => onSave({ type: JOB_TYPES.find((known) => known === next) })}
          />
        ) : (
          <Text size="sm">{t(`jobToBeDone.types.${job.type}`)}</Text>
        )}
      </RailField>
    </Rail>
  );
}
