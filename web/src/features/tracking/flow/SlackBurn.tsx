import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { TimeChart } from "@/ui/chart/TimeChart";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { FeverChart } from "./FeverChart";
import classes from "./Flow.module.css";
import { ACCENT, QUIET, slackQuery } from "./flow";

/** How much of the room before the deadline is used up, over time and against the work that is done. */
export function SlackBurn({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data } = useQuery(slackQuery(projectId));
  if (!data) return null;
  const last = data.days.at(-1);
  if (!last) {
    return (
      <section>
        <Title order={2}>{t("slack.title")}</Title>
        <Text size="sm" c="dimmed">
          {t(data.deadline ? "slack.nothingRecorded" : "slack.noDeadline")}
        </Text>
      </section>
    );
  }
  const sentence =
    last.used === null || data.room_days === null
      ? t(`slack.${last.slack_days < 0 ? "late" : "inTime"}`, { count: Math.abs(last.slack_days) })
      : t("slack.says", {
          used: figures.percent(last.used),
          count: data.room_days,
          done: figures.percent(last.done),
        });
  return (
    <div className={classes.pair}>
      <TimeChart
        title={t("slack.title")}
        means={t("slack.means")}
        sentence={sentence}
        unit={t("flow.days")}
        series={[
          {
            name: t("slack.middle"),
            colour: ACCENT,
            shape: "line",
            points: data.days.map(({ on, slack_days }) => ({ day: on, value: slack_days })),
          },
          {
            name: t("slack.safe"),
            colour: QUIET,
            shape: "line",
            dashed: true,
            points: data.days.map(({ on, safe_days }) => ({ day: on, value: safe_days })),
          },
        ]}
      />
      {last.used !== null && (
        <section aria-labelledby="fever">
          <Title order={2} id="fever">
            <Term meaning={t("slack.feverMeans")}>{t("slack.fever")}</Term>
          </Title>
          <Text size="sm">{t(`slack.zone.${last.zone}`)}</Text>
          <FeverChart slack={data} />
        </section>
      )}
    </div>
  );
}
