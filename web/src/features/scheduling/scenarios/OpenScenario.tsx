import { Modal, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { CreateForm } from "@/ui/CreateForm";
import type { Scenario } from "./scenarios";

interface Props {
  projectId: string;
  onOpened: (scenario: Scenario) => void;
  onClose: () => void;
}

/** Branches the plan into a scenario of its own name. */
export function OpenScenario({ projectId, onOpened, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm({ initialValues: { title: "", note: "" } });
  const open = useMutation({
    mutationFn: (body: { title: string; note: string }) =>
      http.post<Scenario>(`/projects/${projectId}/scenarios`, body),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["scenario"] });
      onOpened(made);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("scenario.open")}>
      <CreateForm
        onSubmit={form.onSubmit((values) => open.mutate(values))}
        onCancel={onClose}
        isPending={open.isPending}
        fault={open.error}
        verb={t("scenario.openVerb")}
      >
        <Text size="sm" c="dimmed">
          {t("scenario.openLead")}
        </Text>
        <TextInput
          label={t("scenario.name")}
          placeholder={t("scenario.example")}
          required
          maxLength={300}
          data-autofocus
          {...form.getInputProps("title")}
        />
        <Textarea
          label={t("scenario.note")}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps("note")}
        />
      </CreateForm>
    </Modal>
  );
}
