import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Problem } from "@/api/problem";
import { UndoButton } from "@/features/core/UndoButton";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { StaleAnswer } from "../answers/StaleAnswer";
import { Alternatives } from "./Alternatives";
import { FinishesTable } from "./FinishesTable";
import {
  datesOf,
  FASTEST,
  firstChoice,
  type Levelling,
  levellingQuery,
  type Proposal,
} from "./levelling";
import { MovesTable } from "./MovesTable";
import { ValuesTable } from "./ValuesTable";

interface Props {
  levelling: Levelling;
  proposal: Proposal;
  isAgain: boolean;
  onAgain: () => void;
  onDrop: () => void;
}

/** What levelling would do: when projects end, what moves and why, what stays too full, what else there is. */
export function ProposalView({ levelling, proposal, isAgain, onAgain, onDrop }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const done = useDone();
  const [alternative, setAlternative] = useState(() => levelling.applied || firstChoice(proposal));
  const dates = datesOf(proposal, alternative);
  const movedOn = levelling.projects.filter(({ moved_on }) => moved_on);
  const apply = useMutation<Levelling, Problem>({
    mutationFn: () =>
      http.post<Levelling>(`/levellings/${levelling.id}/application`, { alternative }),
    onSuccess: async (applied) => {
      cache.setQueryData(levellingQuery(levelling.id).queryKey, applied);
      for (const queryKey of [["plan"], ["load"], ["project"], ["work_item"]]) {
        void cache.invalidateQueries({ queryKey });
      }
      await done(t("levelling.done", { count: dates.moves.length }));
    },
    onError: () => void cache.invalidateQueries({ queryKey: ["levelling", levelling.id] }),
  });
  const weighed = dates.projects.flatMap(({ value }) => (value ? [value] : []));
  const isOpen = levelling.state === "ready";
  const isStale = isOpen && movedOn.length > 0;
  const isUndone = levelling.state === "undone";
  return (
    <Stack gap="md">
      {levelling.state === "applied" && (
        <Alert
          variant="default"
          icon={<IconCircleCheck size={18} color="var(--nl-good)" />}
          title={t("levelling.applied")}
        >
          <Group gap="sm">
            <Text size="sm">{t("levelling.appliedLead")}</Text>
            {levelling.change_id && <UndoButton changeId={levelling.change_id} />}
          </Group>
        </Alert>
      )}
      {(isStale || isUndone) && (
        <StaleAnswer
          title={t(isUndone ? "levelling.undone" : "levelling.stale")}
          lead={
            isUndone
              ? t("levelling.undoneLead")
              : t("levelling.staleLead", { names: movedOn.map(({ key }) => key).join(", ") })
          }
          verb={t("levelling.again")}
          isAgain={isAgain}
          onAgain={onAgain}
        />
      )}
      <FinishesTable projects={dates.projects} />
      {weighed.length > 0 && (
        <section>
          <Title order={2} fz="md" mb="xs">
            {t("levelling.byValue")}
          </Title>
          <ValuesTable values={weighed} />
        </section>
      )}
      <Text size="sm" c="dimmed">
        {t(proposal.optimal ? "levelling.proved" : "levelling.bound", {
          date: figures.dateTime(proposal.lower_bound),
          tried: figures.number(proposal.tried),
        })}
      </Text>
      {proposal.alternatives.length > 1 && (
        <Alternatives
          alternatives={proposal.alternatives}
          chosen={alternative}
          canChoose={isOpen && !isStale && levelling.can.apply === true}
          onChoose={setAlternative}
        />
      )}
      {isOpen && levelling.can.apply && (
        <Group gap="sm">
          <Button
            disabled={isStale || dates.moves.length === 0}
            loading={apply.isPending}
            onClick={() => apply.mutate()}
          >
            {alternative === FASTEST
              ? t("levelling.apply")
              : t("levelling.applyOther", { name: alternative })}
          </Button>
          <Button variant="default" onClick={onDrop}>
            {t("levelling.drop")}
          </Button>
        </Group>
      )}
      <ProblemNote fault={apply.error} />
      {proposal.warnings.length > 0 && (
        <Text size="sm" c="var(--nl-warning)">
          {proposal.warnings.join(" ")}
        </Text>
      )}
      {dates.overloads.length > 0 && (
        <section>
          <Title order={2} fz="md" mb="xs">
            {t("levelling.left")}
          </Title>
          {dates.overloads.map((one) => (
            <Text key={`${one.resource.id} ${one.start}`} size="sm">
              {one.resource.title} · {figures.dateTime(one.start)} – {figures.dateTime(one.finish)}{" "}
              · {one.items.map(({ key }) => key).join(", ")}
            </Text>
          ))}
        </section>
      )}
      <MovesTable moves={dates.moves} />
    </Stack>
  );
}
