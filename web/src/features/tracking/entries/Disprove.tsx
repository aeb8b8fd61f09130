import { Button, Group, Modal, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { ObjectRef } from "@/api/types";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import type { Entry } from "../types";

const BECOMES = ["risk", "issue", "nothing"] as const;

/** Say that an assumption does not hold, and make of it a risk or an issue. */
export function Disprove({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [finding, setFinding] = useState("");
  const [becomes, setBecomes] = useState<(typeof BECOMES)[number]>("risk");
  const disprove = useMutation({
    mutationFn: () =>
      http.post<Entry & { became: ObjectRef | null }>(
        `/project-assumptions/${entry.id}/disproof`,
        { finding, becomes: becomes === "nothing" ? null : becomes },
        { version: entry.version },
      ),
    onSuccess: async (saved) => {
      setOpened(false);
      toast.done(t("raid.disproved", { name: saved.became?.key ?? saved.key }));
      await cache.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    disprove.mutate();
  };
  return (
    <Group>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        {t("raid.disprove")}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t("raid.disprove")}>
        <form onSubmit={submit}>
          <Stack gap="md">
            <Textarea
              label={t("raid.text.finding")}
              required
              autosize
              minRows={2}
              data-autofocus
              value={finding}
              onChange={(event) => setFinding(event.currentTarget.value)}
            />
            <SegmentedControl
              aria-label={t("raid.becomes.title")}
              value={becomes}
              onChange={(next) => setBecomes(BECOMES.find((each) => each === next) ?? "nothing")}
              data={BECOMES.map((value) => ({ value, label: t(`raid.becomes.${value}`) }))}
            />
            <ProblemNote fault={disprove.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={disprove.isPending}>
                {t("raid.disprove")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Group>
  );
}
