import { Button, Group, Paper, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Problem } from "@/api/problem";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import type { ChangeRequest, Choice, Clash } from "./requests";

type Deed = "approved" | "declined" | "carry_out";

/** What is asked of the reader: an answer, or carrying out what is approved; and whose side to take in conflicts. */
export function AnswerBox({ request }: { request: ChangeRequest }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [note, setNote] = useState("");
  const [taken, setTaken] = useState<Record<string, Choice["take"]>>({});
  const deed = useMutation({
    mutationFn: (what: Deed) => {
      const choices = clashes.flatMap(({ id, field }): Choice[] => {
        const take = taken[placeOf({ id, field })];
        return take ? [{ id, field, take }] : [];
      });
      const body = what === "carry_out" ? { choices } : { verdict: what, note, choices };
      const step = what === "carry_out" ? "carrying-out" : "answer";
      const path = `/change-requests/${request.id}/${step}`;
      return http.post<ChangeRequest>(path, body, { version: request.version });
    },
    onSuccess: async (found) => {
      if (found.state === "carried_out") toast.done(t("request.done", { name: found.key }));
      await cache.invalidateQueries();
    },
  });
  const clashes = clashesOf(deed.error);
  if (!request.can.answer && !request.can.carry_out) return null;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text size="sm">
          {t(request.can.answer ? "request.answerLead" : "request.carryOutLead")}
        </Text>
        {clashes.length > 0 ? (
          <Text size="sm" role="alert">
            {t("request.conflicts")}
          </Text>
        ) : (
          <ProblemNote fault={deed.error} />
        )}
        {clashes.map((one) => {
          const name = one.field ? `${one.key} ${one.field}` : t("request.link");
          return (
            <Group key={placeOf(one)} justify="space-between">
              <Text size="sm">{name}</Text>
              <SegmentedControl
                size="xs"
                aria-label={name}
                value={taken[placeOf(one)] ?? ""}
                onChange={(take) => setTaken({ ...taken, [placeOf(one)]: take as Choice["take"] })}
                data={[
                  { value: "mine", label: t("request.mine") },
                  { value: "theirs", label: t("request.theirs") },
                ]}
              />
            </Group>
          );
        })}
        {request.can.answer && (
          <Textarea
            label={t("request.note")}
            autosize
            minRows={2}
            value={note}
            onChange={({ currentTarget: { value } }) => setNote(value)}
          />
        )}
        <Group>
          {request.can.answer ? (
            <>
              <Button size="xs" loading={deed.isPending} onClick={() => deed.mutate("approved")}>
                {t("request.approve")}
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={note.trim() === "" || deed.isPending}
                onClick={() => deed.mutate("declined")}
              >
                {t("request.decline")}
              </Button>
            </>
          ) : (
            <Button size="xs" loading={deed.isPending} onClick={() => deed.mutate("carry_out")}>
              {t("request.carryOut")}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

const placeOf = ({ id, field }: Pick<Clash, "id" | "field">) => `${id}:${field ?? ""}`;

function clashesOf(fault: unknown): Clash[] {
  if (!(fault instanceof Problem) || fault.code !== "scenario.conflicts") return [];
  const { conflicts } = fault.extra as { conflicts?: Clash[] };
  return conflicts ?? [];
}
