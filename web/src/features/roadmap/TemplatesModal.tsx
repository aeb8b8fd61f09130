import { Button, Group, Modal, Paper, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { countdown, type Template, templatesQuery } from "./launches";
import { readSteps } from "./readSteps";

interface Props {
  productId: string;
  onClose: () => void;
}

/** The checklists that launches start from. */
export function TemplatesModal({ productId, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { data: templates } = useQuery(templatesQuery(productId));
  const [title, setTitle] = useState("");
  const [lines, setLines] = useState("");
  const refresh = () => cache.invalidateQueries(templatesQuery(productId));
  const add = useMutation({
    mutationFn: () =>
      http.post<Template>(`/products/${productId}/launch-templates`, {
        title,
        steps: readSteps(lines),
      }),
    onSuccess: () => {
      setTitle("");
      setLines("");
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: Template) =>
      http.post(`/launch-templates/${id}/archival`, {}, { version }),
    onSuccess: refresh,
    onError: (fault) => toast.failed(fault.detail),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim()) add.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t("launch.templates")} size="lg">
      <Stack gap="md">
        {(templates ?? []).map((template) => (
          <Paper key={template.id} withBorder p="sm">
            <Group justify="space-between">
              <Text fw={600}>{template.title}</Text>
              {template.can.edit && (
                <Button size="compact-xs" variant="subtle" onClick={() => remove.mutate(template)}>
                  {t("launch.removeTemplate", { name: template.title })}
                </Button>
              )}
            </Group>
            {template.steps.map((step) => (
              <Text key={`${step.offset_days} ${step.title}`} size="sm">
                <span className="tabular">{countdown(step.offset_days ?? 0)}</span> {step.title}
              </Text>
            ))}
          </Paper>
        ))}
        <form onSubmit={submit}>
          <Stack gap="sm">
            <TextInput
              label={t("launch.templateTitle")}
              maxLength={300}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <Textarea
              label={t("launch.templateSteps")}
              description={t("launch.templateMeans")}
              placeholder={"-14 Tell sales\n-7 Write the release notes\n+1 Thank everybody"}
              rows={6}
              value={lines}
              onChange={(event) => setLines(event.currentTarget.value)}
            />
            <ProblemNote fault={add.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={add.isPending}>
                {t("launch.addTemplate")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Modal>
  );
}
