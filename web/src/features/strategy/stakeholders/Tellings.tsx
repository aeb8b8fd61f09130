import { Button, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { ListLink } from "../lists/ListLink";
import { visionsQuery } from "../queries";
import { tellingsQuery } from "./queries";
import type { Stakeholder } from "./types";

interface Props {
  person: Stakeholder;
}

/** What somebody was told, newest first, and a place to note the next. */
export function Tellings({ person }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: tellings, error } = useQuery(tellingsQuery(person.id));
  if (error && !tellings) return <ProblemNote fault={error} />;
  if (!tellings) return <LoadingState rows={3} />;
  return (
    <Stack gap="md">
      {person.can.contribute && person.archived_at === null && <Tell person={person} />}
      {tellings.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("stakeholder.neverTold")}
        </Text>
      )}
      {tellings.map((telling) => (
        <div key={telling.id}>
          <Text size="sm">{telling.summary}</Text>
          <Text size="xs" c="dimmed">
            {[
              figures.date(telling.at),
              telling.by?.name,
              telling.channel,
              telling.version !== null && t("stakeholder.saw", { number: telling.version }),
            ]
              .filter(Boolean)
              .join(", ")}
          </Text>
        </div>
      ))}
      <ListLink kind="telling">{t("stakeholder.allTold")}</ListLink>
    </Stack>
  );
}

function Tell({ person }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { data: visions } = useQuery(visionsQuery(person.product_id));
  const form = useForm({
    initialValues: { summary: "", channel: "", version_id: null as string | null },
  });
  const tell = useMutation({
    mutationFn: (values: typeof form.values) =>
      http.post(`/stakeholders/${person.id}/tellings`, values),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: ["telling", person.id] });
      void cache.invalidateQueries({ queryKey: ["stakeholder", "list"] });
      // No undo to offer: what was told was told.
      toast.done(t("stakeholder.toldDone", { name: person.title }));
      form.reset();
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <form onSubmit={form.onSubmit((values) => tell.mutate(values))}>
      <Stack gap="xs">
        <Textarea
          label={t("stakeholder.tell")}
          required
          autosize
          minRows={2}
          {...form.getInputProps("summary")}
        />
        <Group grow align="end">
          <TextInput
            label={t("stakeholder.channel")}
            placeholder={t("stakeholder.channelExample")}
            maxLength={60}
            {...form.getInputProps("channel")}
          />
          <Select
            label={t("stakeholder.sawWhich")}
            clearable
            data={(visions ?? []).map(({ id, number }) => ({
              value: id,
              label: t("stakeholder.version", { number }),
            }))}
            {...form.getInputProps("version_id")}
          />
          <Button type="submit" variant="default" loading={tell.isPending}>
            {t("stakeholder.tellDo")}
          </Button>
        </Group>
        <ProblemNote fault={tell.error} />
      </Stack>
    </form>
  );
}
