import { Alert, Button, Stack, Text, Textarea } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { type DeadlineFall, type DeadlineGuard, guardPath, useGuardDeed } from "./guard";

interface Props {
  projectId: string;
  /** The item whose deadline it is, else the project's. */
  itemId?: string;
  guard: DeadlineGuard;
  fall: DeadlineFall;
}

/** A fall that is not over: who was told of it, and the way to answer. */
export function FallNote({ projectId, itemId, guard, fall }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [note, setNote] = useState("");
  const answer = useGuardDeed<string>(
    projectId,
    (said) => http.post(`${guardPath(projectId, itemId)}/answer`, { note: said }),
    () => toast.done(t("forecast.guard.thanks")),
  );
  return (
    <Alert
      color={fall.answered_at ? "gray" : "orange"}
      icon={<IconAlertTriangle size={18} aria-hidden />}
      // The colour of the sign is too pale for words.
      styles={{ title: { color: "var(--mantine-color-text)" } }}
      title={t(itemId ? "forecast.guard.fellOfItem" : "forecast.guard.fell", {
        on: figures.date(fall.fell_at),
        guarded: figures.percent(fall.guarded),
        chance: figures.percent(fall.chance),
      })}
    >
      <Stack gap="sm" align="start">
        <Text size="sm">
          {fall.manager && t("forecast.guard.told", { name: fall.manager.name })}{" "}
          {fall.escalated_at &&
            fall.deputy &&
            t("forecast.guard.called", {
              name: fall.deputy.name,
              on: figures.date(fall.escalated_at),
            })}{" "}
          <Answered fall={fall} />
        </Text>
        {guard.can.answer && (
          <>
            <Textarea
              w="100%"
              maw={560}
              autosize
              minRows={2}
              label={t("forecast.guard.note")}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <ProblemNote fault={answer.error} />
            <Button size="xs" loading={answer.isPending} onClick={() => answer.mutate(note)}>
              {t("forecast.guard.answer")}
            </Button>
          </>
        )}
      </Stack>
    </Alert>
  );
}

/** Who answered, and what. */
export function Answered({ fall }: { fall: DeadlineFall }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (!fall.answered_at) return t("forecast.guard.unanswered");
  const said = { name: fall.answered_by?.name ?? "", on: figures.date(fall.answered_at) };
  return fall.answer
    ? t("forecast.guard.answered", { ...said, text: fall.answer })
    : t("forecast.guard.seen", said);
}
