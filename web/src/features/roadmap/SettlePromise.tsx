import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { DateField } from "@/ui/DateField";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import type { Promised } from "./promises";

type Verdict = Promised["outcomes"][number]["verdict"];

const VERDICTS: readonly Verdict[] = ["kept", "renegotiated", "broken"];

/** Record what became of a promise. */
export function SettlePromise({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [due, setDue] = useState<string | null>(promise.due);
  const [reason, setReason] = useState("");
  const settle = useMutation({
    mutationFn: () =>
      http.post<Promised>(
        `/promises/${promise.id}/outcomes`,
        { verdict, reason, ...(verdict === "renegotiated" ? { due } : {}) },
        { version: promise.version },
      ),
    onSuccess: async (saved) => {
      setVerdict(null);
      toast.done(t("promise.settled", { name: saved.key }));
      await cache.invalidateQueries({ queryKey: ["promises"] });
      await cache.invalidateQueries({ queryKey: ["roadmap"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settle.mutate();
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t("promise.settleOne", { name: promise.key })}
        onClick={() => setVerdict("kept")}
      >
        {t("promise.settle")}
      </Button>
      <Modal
        opened={verdict !== null}
        onClose={() => setVerdict(null)}
        title={t("promise.settleOne", { name: promise.key })}
      >
        <form onSubmit={submit}>
          <Stack gap="md">
            <SegmentedControl
              fullWidth
              aria-label={t("promise.verdict")}
              value={verdict ?? "kept"}
              data={VERDICTS.map((value) => ({ value, label: t(`promise.verdicts.${value}`) }))}
              onChange={(value) => setVerdict(value as Verdict)}
            />
            {verdict === "renegotiated" && (
              <DateField label={t("promise.newDay")} value={due} onChange={setDue} required />
            )}
            <TextInput
              label={t("promise.reason")}
              required={verdict !== "kept"}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <ProblemNote fault={settle.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={settle.isPending}>
                {t("promise.record")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
