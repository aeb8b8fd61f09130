import { Button, Group, Modal, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { useDone } from "@/features/core/useDone";
import { today } from "@/features/delivery/today";
import type { Iteration } from "@/features/scheduling/promises/iterations";
import { ProblemNote } from "@/ui/ProblemNote";
import { nextDays } from "./iterations";

interface Props {
  projectId: string;
  /** The one that is changed; none: a new one is added after the last. */
  iteration?: Iteration;
  last?: Iteration;
  minutesPerDay?: number;
  onClose: () => void;
}

const A_DAY = 480;

export function IterationForm({ projectId, iteration, last, minutesPerDay, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const perDay = minutesPerDay ?? A_DAY;
  const offered = iteration ?? nextDays(last, today());
  const [title, setTitle] = useState(iteration?.title ?? "");
  const [start, setStart] = useState(offered.start);
  const [finish, setFinish] = useState(offered.finish);
  const [goal, setGoal] = useState(iteration?.goal ?? "");
  const held = iteration?.capacity_minutes ?? last?.capacity_minutes;
  const [days, setDays] = useState<string | number>(held == null ? "" : held / perDay);
  const save = useMutation<unknown, Problem>({
    mutationFn: () => {
      const capacity_minutes = days === "" ? null : Math.round(Number(days) * perDay);
      const body = { title: title.trim(), start, finish, goal, capacity_minutes };
      return iteration
        ? http.patch(`/iterations/${iteration.id}`, body, { version: iteration.version })
        : http.post(`/projects/${projectId}/iterations`, body);
    },
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: ["iteration"] });
      onClose();
      void done(t(iteration ? "iteration.changed" : "iteration.added", { name: title.trim() }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== "") save.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t(iteration ? "iteration.edit" : "iteration.add")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <ProblemNote fault={save.error} />
          <TextInput
            data-autofocus
            required
            label={t("iteration.title")}
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Group grow>
            <TextInput
              type="date"
              required
              label={t("iteration.start")}
              value={start}
              onChange={(event) => setStart(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              required
              label={t("iteration.finish")}
              value={finish}
              onChange={(event) => setFinish(event.currentTarget.value)}
            />
          </Group>
          <NumberInput
            label={t("iteration.capacity")}
            description={t("iteration.capacityMeans")}
            min={0}
            value={days}
            onChange={setDays}
          />
          <Textarea
            label={t("iteration.goal")}
            autosize
            minRows={2}
            value={goal}
            onChange={(event) => setGoal(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
