import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { useDone } from "@/features/core/useDone";
import type { Iteration } from "@/features/scheduling/promises/iterations";
import { ProblemNote } from "@/ui/ProblemNote";

interface Props {
  iteration: Iteration;
  others: readonly Iteration[];
  onClose: () => void;
}

const NOWHERE = "";

/** Close an iteration, and say where its open work goes. */
export function CloseIteration({ iteration, others, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const later = [...others].reverse();
  const next = later.find(({ start }) => start > iteration.start) ?? later[0];
  const [into, setInto] = useState(next?.id ?? NOWHERE);
  const { items, done: finished } = iteration.totals;
  const close = useMutation<{ carried: number }, Problem>({
    mutationFn: () =>
      http.post(
        `/iterations/${iteration.id}/closing`,
        { into_id: into || null },
        { version: iteration.version },
      ),
    onSuccess: ({ carried }) => {
      void cache.invalidateQueries({ queryKey: ["iteration"] });
      onClose();
      void done(t("iteration.closed", { name: iteration.title, count: carried }));
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("iteration.closeName", { name: iteration.title })}>
      <Stack gap="md">
        <ProblemNote fault={close.error} />
        <Text size="sm">
          {t("iteration.closing", { done: finished, of: items, count: items - finished })}
        </Text>
        {items > finished && (
          <Select
            label={t("iteration.into")}
            allowDeselect={false}
            data={[
              ...later.map(({ id, title }) => ({ value: id, label: title })),
              { value: NOWHERE, label: t("iteration.nowhere") },
            ]}
            value={into}
            onChange={(value) => setInto(value ?? NOWHERE)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button loading={close.isPending} onClick={() => close.mutate()}>
            {t("iteration.close")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
