import { Modal, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { CreateForm } from "@/ui/CreateForm";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { type Baseline, baselinesQuery } from "./baselines";

interface Props {
  projectId: string;
  onSet: (baseline: Baseline) => void;
  onClose: () => void;
}

/** Freezes the schedule as it is now, under a name. */
export function SetBaseline({ projectId, onSet, onClose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const today = figures.date(new Date().toISOString());
  const form = useForm({
    initialValues: { title: t("baseline.titled", { day: today }), note: "" },
  });
  const set = useMutation({
    mutationFn: (body: { title: string; note: string }) =>
      http.post<Baseline>(`/projects/${projectId}/baselines`, body),
    onSuccess: async (made) => {
      await cache.invalidateQueries(baselinesQuery(projectId));
      toast.done(t("baseline.done", { name: made.title }));
      onSet(made);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("baseline.set")}>
      <CreateForm
        onSubmit={form.onSubmit((values) => set.mutate(values))}
        onCancel={onClose}
        isPending={set.isPending}
        fault={set.error}
        verb={t("baseline.setVerb")}
      >
        <Text size="sm" c="dimmed">
          {t("baseline.setLead")}
        </Text>
        <TextInput
          label={t("baseline.name")}
          required
          maxLength={300}
          data-autofocus
          {...form.getInputProps("title")}
        />
        <Textarea
          label={t("baseline.note")}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps("note")}
        />
      </CreateForm>
    </Modal>
  );
}
