import { Checkbox, NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Activity } from "@/features/core/Activity";
import { PersonSelect } from "@/features/core/PersonSelect";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useSave } from "@/ui/useSave";
import { useFigures } from "@/ui/words/figures";
import { type LaunchStep, launchQuery, stepQuery } from "./launches";

/** `done` checks it off; the server says on which day and by whom. */
type Edit = Partial<LaunchStep> & { done?: boolean; owner_id?: string | null };

/** A point of a checklist: when it is due, who does it, whether it is done, and of which launch it is. */
export default function LaunchStepPeek({ id }: PeekProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const path = `/launch-steps/${id}`;
  const { data: step, error } = useQuery(stepQuery(id));
  const { data: launch } = useQuery({
    ...launchQuery(step?.launch_id ?? ""),
    enabled: step !== undefined,
  });
  const { mutate } = useSave<LaunchStep>(stepQuery(id).queryKey, path, step?.key);
  if (error && !step) return <ErrorState title={error.title} detail={error.detail} />;
  if (!step) return <LoadingState rows={3} />;
  const canEdit = step.can.edit === true && step.archived_at === null;
  // Until the server has answered, what was just ticked stands beside the day.
  const shown: Edit = step;
  const edit = (fields: Edit) => mutate({ seen: step, fields });
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind="launch_step" />
          <KeyBadge value={step.key} />
        </>
      }
      title={
        <InlineTitle value={step.title} canEdit={canEdit} onSave={(title) => edit({ title })} />
      }
      rail={
        <Rail>
          <RailField label={t("kind.launch")}>
            {launch && (
              <PeekLink kind="launch" id={launch.id} objectKey={launch.key} fz="sm">
                {launch.title}
              </PeekLink>
            )}
          </RailField>
          <RailField label={t("launch.stepDue")}>{figures.date(step.due)}</RailField>
          <RailField label={t("launch.offset")}>
            <NumberInput
              key={step.version}
              size="xs"
              w={88}
              aria-label={t("launch.offset")}
              min={-730}
              max={730}
              readOnly={!canEdit}
              defaultValue={step.offset_days}
              onBlur={(event) => {
                const days = Number(event.currentTarget.value);
                if (canEdit && days !== step.offset_days) edit({ offset_days: days });
              }}
            />
          </RailField>
          <RailField label={t("launch.stepBy")}>
            <PersonSelect
              size="xs"
              aria-label={t("launch.stepBy")}
              readOnly={!canEdit}
              value={step.owner?.id ?? null}
              onChange={(owner_id) => edit({ owner_id })}
            />
          </RailField>
        </Rail>
      }
    >
      <Checkbox
        mb="md"
        size="sm"
        label={t("launch.stepDone")}
        description={
          step.done_on &&
          t("launch.doneBy", {
            name: step.done_by?.name ?? "",
            date: figures.date(step.done_on),
          })
        }
        checked={shown.done ?? step.done_on !== null}
        readOnly={!canEdit}
        onChange={(event) => canEdit && edit({ done: event.currentTarget.checked })}
      />
      <Activity subject={{ kind: "launch_step", id }} />
    </ObjectFrame>
  );
}
