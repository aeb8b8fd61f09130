import { Select, Stack, Text } from "@mantine/core";
import { IconTimeline } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TimeChart } from "@/ui/chart/TimeChart";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { fanOf, finishOf, historyQuery, movedDays, type Subject, subjectOf } from "./forecasts";

interface Props {
  projectId: string;
}

/** The recorded forecasts as a fan over time, against the deadline and what happened. */
export function HistoryPanel({ projectId }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [milestone, setMilestone] = useState<string | null>(null);
  const { data: history, error } = useQuery(historyQuery(projectId));
  const said = useSaid();
  if (error && !history) return <ErrorState title={error.title} detail={error.detail} />;
  if (!history) return <LoadingState rows={4} />;
  const subject = subjectOf(history, milestone);
  const names = {
    wide: t("forecast.past.band", { low: figures.percent(0.1), high: figures.percent(0.9) }),
    narrow: t("forecast.past.band", { low: figures.percent(0.5), high: figures.percent(0.8) }),
    middle: t("forecast.past.middle"),
    deadline: t("forecast.past.deadline"),
    finished: t("forecast.past.finished"),
  };
  if (history.recorded.length === 0 && history.milestones.length === 0) {
    return <EmptyState icon={IconTimeline} sentence={t("forecast.past.empty")} />;
  }
  return (
    <Stack gap="sm">
      {subject.recorded.length > 0 ? (
        <TimeChart
          title={t("forecast.past.title")}
          means={t("forecast.past.means")}
          sentence={said(subject)}
          unit={t("forecast.past.date")}
          dated
          series={fanOf(subject, names)}
          levels={finishOf(subject, names.finished)}
        />
      ) : (
        <Text>{said(subject)}</Text>
      )}
      {history.milestones.length > 0 && (
        <Select
          w={320}
          maw="100%"
          size="xs"
          label={t("forecast.past.of")}
          value={milestone ?? ""}
          onChange={(next) => setMilestone(next || null)}
          allowDeselect={false}
          data={[
            { value: "", label: t("forecast.past.project") },
            ...history.milestones.map(({ item }) => ({
              value: item.id,
              label: `${item.key} ${item.title}`,
            })),
          ]}
        />
      )}
    </Stack>
  );
}

/** What the fan says, in a sentence or two. */
function useSaid() {
  const { t } = useTranslation();
  const figures = useFigures();
  return ({ recorded, finished }: Subject): string => {
    const [first, last] = [recorded[0], recorded.at(-1)];
    if (!first || !last) return t("forecast.past.none");
    if (finished) {
      return t("forecast.past.ended", {
        finished: figures.date(finished.slice(0, 10)),
        on: figures.date(first.on),
        first: figures.date(first.p80.slice(0, 10)),
      });
    }
    const moved = movedDays(first, last);
    const how = moved === 0 ? "same" : moved > 0 ? "later" : "earlier";
    return t(`forecast.past.${how}`, {
      count: Math.abs(moved),
      on: figures.date(first.on),
      first: figures.date(first.p80.slice(0, 10)),
      last: figures.date(last.p80.slice(0, 10)),
    });
  };
}
