import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Activity } from "@/features/core/Activity";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useSave } from "@/ui/useSave";
import { countdown, type Template, templateQuery } from "./launches";
import { readSteps, writtenSteps } from "./readSteps";

/** A checklist that launches start from: its points, changed as text. */
export default function LaunchTemplatePeek({ id }: PeekProps) {
  const { t } = useTranslation();
  const { data: template, error } = useQuery(templateQuery(id));
  const { mutate } = useSave<Template>(
    templateQuery(id).queryKey,
    `/launch-templates/${id}`,
    template?.key,
  );
  if (error && !template) return <ErrorState title={error.title} detail={error.detail} />;
  if (!template) return <LoadingState rows={3} />;
  const canEdit = template.can.edit === true && template.archived_at === null;
  const edit = (fields: Partial<Template>) => mutate({ seen: template, fields });
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind="launch_template" />
          <KeyBadge value={template.key} />
        </>
      }
      title={
        <InlineTitle value={template.title} canEdit={canEdit} onSave={(title) => edit({ title })} />
      }
      rail={
        <Rail>
          <RailField label={t("launch.points")}>{template.steps.length}</RailField>
        </Rail>
      }
    >
      <Points
        key={template.version}
        template={template}
        canEdit={canEdit}
        onSave={(steps) => edit({ steps })}
      />
      <Activity subject={{ kind: "launch_template", id }} />
    </ObjectFrame>
  );
}

interface PointsProps {
  template: Template;
  canEdit: boolean;
  onSave: (steps: Template["steps"]) => void;
}

function Points({ template, canEdit, onSave }: PointsProps) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(readSteps(lines ?? ""));
  };
  if (lines === undefined) {
    return (
      <Stack gap={4} mb="md">
        {template.steps.map((step) => (
          <Text key={`${step.offset_days} ${step.title}`} size="sm">
            <span className="tabular">{countdown(step.offset_days ?? 0)}</span> {step.title}
          </Text>
        ))}
        {canEdit && (
          <Group>
            <Button
              size="xs"
              variant="default"
              onClick={() => setLines(writtenSteps(template.steps))}
            >
              {t("launch.editPoints")}
            </Button>
          </Group>
        )}
      </Stack>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mb="md">
        <Textarea
          autoFocus
          autosize
          minRows={6}
          label={t("launch.templateSteps")}
          description={t("launch.templateMeans")}
          value={lines}
          onChange={(event) => setLines(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button size="xs" variant="default" onClick={() => setLines(undefined)}>
            {t("cancel")}
          </Button>
          <Button size="xs" type="submit">
            {t("launch.keepPoints")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
