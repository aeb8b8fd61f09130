import { Button, Group, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { GiveBack } from "./GiveBack";
import { StateMark } from "./StateMark";
import type { Week } from "./sheets";
import { useJudge } from "./useJudge";
import classes from "./Week.module.css";

/** What was said of each project's hours in the week, and what may be said of them. */
export function PartList({ week }: { week: Week }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const judge = useJudge();
  const { id, version, parts } = week;
  if (!id || parts.length === 0) return null;
  return (
    <section className={classes.parts} aria-label={t("timesheet.parts")}>
      <Title order={2} fz="md" mb="xs">
        {t("timesheet.parts")}
      </Title>
      {parts.map(({ project, state, by, at, can }) => {
        const of = { timesheet: id, version, project: project.id };
        return (
          <Group key={project.id} gap="sm" mb={4}>
            <StateMark state={state} />
            <Text size="sm">{project.title}</Text>
            <Text size="xs" c="dimmed">
              {by && t("timesheet.saidBy", { name: by.name, date: figures.date(at) })}
            </Text>
            {can.approve && (
              <Button size="compact-sm" onClick={() => judge.mutate({ of })}>
                {t("timesheet.approve")}
              </Button>
            )}
            {can.give_back && <GiveBack of={of} isApproved={state === "approved"} />}
          </Group>
        );
      })}
    </section>
  );
}
