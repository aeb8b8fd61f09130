import { Alert, Button, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { Term } from "@/ui/Term";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { GuardForm } from "./GuardForm";
import { type DeadlineFall, type DeadlineGuard, guardQuery, useGuardDeed } from "./guard";

interface Props {
  projectId: string;
}

/** Below which chance of the deadline somebody is warned, the warning that stands, and those that were. */
export function GuardPanel({ projectId }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { data: guard, error } = useQuery(guardQuery(projectId));
  if (error && !guard) return <ErrorState title={error.title} detail={error.detail} />;
  if (!guard) return <LoadingState rows={2} />;
  const [newest, ...older] = guard.falls;
  const standing = newest && !newest.over_at ? newest : undefined;
  const past = standing ? older : guard.falls;
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={2} id={id}>
          <Term meaning={t("forecast.guard.means")}>{t("forecast.guard.title")}</Term>
        </Title>
        {guard.can.edit && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t(guard.chance === null ? "forecast.guard.set" : "forecast.guard.change")}
          </Button>
        )}
      </Group>
      <Stack gap="sm" mt="xs">
        <Text maw={720}>
          {guard.chance === null
            ? t("forecast.guard.off")
            : t("forecast.guard.on", { chance: figures.percent(guard.chance) })}{" "}
          {guard.chance !== null &&
            guard.deputy &&
            t("forecast.guard.deputyIs", { count: guard.days, name: guard.deputy.name })}
        </Text>
        {standing && <Standing projectId={projectId} guard={guard} fall={standing} />}
        {past.length > 0 && (
          <ul>
            {past.map((fall) => (
              <li key={fall.fell_at}>
                <Text size="sm" component="span">
                  {t("forecast.guard.past", {
                    from: figures.date(fall.fell_at),
                    to: fall.over_at ? figures.date(fall.over_at) : "",
                  })}{" "}
                  <Answered fall={fall} />
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Stack>
      {isOpen && <GuardForm projectId={projectId} guard={guard} onClose={() => setOpen(false)} />}
    </section>
  );
}

interface StandingProps {
  projectId: string;
  guard: DeadlineGuard;
  fall: DeadlineFall;
}

function Standing({ projectId, guard, fall }: StandingProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [note, setNote] = useState("");
  const answer = useGuardDeed<string>(
    projectId,
    (said) => http.post(`/projects/${projectId}/deadline-guard/answer`, { note: said }),
    () => toast.done(t("forecast.guard.thanks")),
  );
  return (
    <Alert
      color={fall.answered_at ? "gray" : "orange"}
      icon={<IconAlertTriangle size={18} aria-hidden />}
      // The colour of the sign is too pale for words.
      styles={{ title: { color: "var(--mantine-color-text)" } }}
      title={t("forecast.guard.fell", {
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

function Answered({ fall }: { fall: DeadlineFall }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (!fall.answered_at) return t("forecast.guard.unanswered");
  const said = { name: fall.answered_by?.name ?? "", on: figures.date(fall.answered_at) };
  return fall.answer
    ? t("forecast.guard.answered", { ...said, text: fall.answer })
    : t("forecast.guard.seen", said);
}
