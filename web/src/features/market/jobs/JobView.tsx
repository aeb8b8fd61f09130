import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BlurText } from "@/features/discovery/risks/BlurText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { LoadingState } from "@/ui/LoadingState";
import { useSave } from "@/ui/useSave";
import { jobQuery } from "../queries";
import type { Job } from "../types";
import { JobRail } from "./JobRail";
import classes from "./JobView.module.css";

interface Props {
  id: string;
  place: Place;
}

/** A job to be done as one sentence, and how much it matters against how well it is done today. */
export function JobView({ id, place }: Props) {
  const { t } = useTranslation();
  const query = jobQuery(id);
  const path = `/jobs-to-be-done/${id}`;
  const { data: job, error } = useQuery(query);
  const { mutate } = useSave<Job>(query.queryKey, path, job?.key);
  if (error && !job) throw error;
  if (!job) return <LoadingState />;
  const save = (fields: Partial<Job>) => mutate({ seen: job, fields });
  const canEdit = job.can.edit === true && job.archived_at === null;
  return (
    <ObjectSheet
      object={job}
      path={path}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<JobRail job={job} canEdit={canEdit} onSave={save} />}
      body={
        <div className={classes.body}>
          <Text className={classes.sentence}>
            {t("jobToBeDone.sentence", {
              situation: job.situation || "…",
              want: job.title,
              outcome: job.outcome || "…",
            })}
          </Text>
          <BlurText
            label={t("jobToBeDone.situation")}
            placeholder={t("jobToBeDone.situationExample")}
            readOnly={!canEdit}
            value={job.situation}
            onSave={(situation) => save({ situation })}
          />
          <BlurText
            label={t("jobToBeDone.outcome")}
            placeholder={t("jobToBeDone.outcomeExample")}
            readOnly={!canEdit}
            value={job.outcome}
            onSave={(outcome) => save({ outcome })}
          />
        </div>
      }
    />
  );
}
