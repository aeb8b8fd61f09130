import { Button, Group, Popover, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import type { Ranking } from "./types";

interface Props {
  ranking: Ranking;
}

const ANSWERS = [1, 2, 3, 4, 5] as const;

/** Takes down one respondent's answers to Kano's two questions. */
export function KanoForm({ ranking }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [opened, popover] = useDisclosure();
  const { scorecard, items } = ranking;
  const form = useForm({
    initialValues: { subject_id: "", respondent: "", functional: "", dysfunctional: "" },
  });
  const note = useMutation({
    mutationFn: ({ functional, dysfunctional, ...rest }: typeof form.values) =>
      http.post(`/scorecards/${scorecard.id}/kano-answers`, {
        answers: [
          { ...rest, functional: Number(functional), dysfunctional: Number(dysfunctional) },
        ],
      }),
    onSuccess: (_noted, { respondent }) => {
      void cache.invalidateQueries({ queryKey: ["ranking", scorecard.id] });
      toast.done(t("kano.noted", { name: respondent }));
      // The same respondent is asked about the next subject.
      form.setValues({ subject_id: "", functional: "", dysfunctional: "" });
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  const answers = ANSWERS.map((value) => ({
    value: String(value),
    label: t(`kano.answer.${value}`),
  }));
  return (
    <Popover opened={opened} onChange={(next) => !next && popover.close()} width={380} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={popover.toggle}
        >
          {t("kano.note")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={form.onSubmit((values) => note.mutate(values))}>
          <Stack gap="sm">
            <TextInput
              label={t("kano.respondent")}
              required
              maxLength={300}
              {...form.getInputProps("respondent")}
            />
            <Select
              label={t(`kind.${scorecard.about}`)}
              required
              searchable
              comboboxProps={{ withinPortal: false }}
              data={items.map(({ subject }) => ({
                value: subject.id,
                label: `${subject.key} ${subject.title}`,
              }))}
              {...form.getInputProps("subject_id")}
            />
            {(["functional", "dysfunctional"] as const).map((question) => (
              <Select
                key={question}
                label={t(`kano.${question}`)}
                required
                comboboxProps={{ withinPortal: false }}
                data={answers}
                {...form.getInputProps(question)}
              />
            ))}
            <ProblemNote fault={note.error} />
            <Group justify="flex-end">
              <Button type="submit" size="xs" loading={note.isPending}>
                {t("kano.take")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
