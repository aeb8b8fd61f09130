import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import { usePeek } from "@/ui/shell/usePeek";
import { toast } from "@/ui/toast";
import { type Risk, SEVERITIES } from "../types";

/** A risk came true: make the issue that it is now. */
export function OccurRisk({ risk }: { risk: Risk }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const peek = usePeek();
  const [opened, setOpened] = useState(false);
  const [said, setSaid] = useState({
    reason: "",
    title: risk.title,
    severity: "high",
    due: null as string | null,
  });
  const occur = useMutation({
    mutationFn: () =>
      http.post<Risk & { became: ObjectRef }>(`/risks/${risk.id}/occurrence`, said, {
        version: risk.version,
      }),
    onSuccess: async ({ became }) => {
      setOpened(false);
      toast.done(t("raid.occurred", { name: became.key }), {
        label: t("open"),
        run: () => peek.open(became),
      });
      await cache.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    occur.mutate();
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {t("raid.occur")}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("raid.occurTitle", { name: risk.key })}
      >
        <form onSubmit={submit}>
          <Stack gap="md">
            <Textarea
              label={t("raid.whatHappened")}
              autosize
              minRows={2}
              data-autofocus
              value={said.reason}
              onChange={({ currentTarget: { value } }) => setSaid({ ...said, reason: value })}
            />
            <TextInput
              label={t("raid.issueTitle")}
              required
              maxLength={300}
              value={said.title}
              onChange={({ currentTarget: { value } }) => setSaid({ ...said, title: value })}
            />
            <Select
              label={t("raid.field.severity")}
              allowDeselect={false}
              data={SEVERITIES.map((value) => ({ value, label: t(`raid.option.${value}`) }))}
              value={said.severity}
              onChange={(severity) => severity && setSaid({ ...said, severity })}
            />
            <DateField
              label={t("raid.field.due")}
              value={said.due}
              onChange={(due) => setSaid({ ...said, due })}
            />
            <ProblemNote fault={occur.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={occur.isPending}>
                {t("raid.makeIssue")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
