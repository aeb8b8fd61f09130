import { Stack, Text, Title } from "@mantine/core";
import { IconChartHistogram } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { healthOf } from "@/ui/chance";
import { EmptyState } from "@/ui/EmptyState";
import { HealthBadge } from "@/ui/HealthBadge";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { Drivers } from "./Drivers";
import { FinishHistogram } from "./FinishHistogram";
import classes from "./Forecast.module.css";
import { OutsideDoubts } from "./OutsideDoubts";
import type { Forecast } from "./plan";
import { QuantileTable } from "./QuantileTable";

interface Props {
  projectId: string;
  forecast: Forecast | null;
  /** Of a scenario: what is told of the project's own forecast does not hold. */
  isScenario?: boolean;
}

/** The chance of finishing in time, how the finish dates spread, and which tasks decide it. */
export function ForecastPanel({ projectId, forecast, isScenario = false }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (!forecast) return <EmptyState icon={IconChartHistogram} sentence={t("forecast.empty")} />;
  const { deadline, probability_on_time: chance, samples, default_spread: spread } = forecast;
  const known = chance !== null && deadline !== null;
  return (
    <Stack gap="xl" className={classes.panel}>
      <div className={classes.head}>
        <div>
          <div className={classes.chance} data-health={healthOf(chance)}>
            {known ? figures.percent(chance) : figures.date(forecast.p85)}
          </div>
          {known && <HealthBadge health={healthOf(chance)} />}
        </div>
        <Text className={classes.sentence}>
          {known
            ? t("forecast.sentence", {
                count: samples,
                samples: figures.number(samples),
                inTime: figures.number(Math.round(samples * chance)),
                deadline: figures.date(deadline),
              })
            : t("forecast.noDeadline", { samples: figures.number(samples) })}
        </Text>
      </div>
      {!isScenario && <ObjectParts place="forecast" kind="project" id={projectId} />}
      <FinishHistogram forecast={forecast} />
      <QuantileTable forecast={forecast} />
      {spread && (
        <Text size="sm" c="dimmed" maw={720}>
          {t("forecast.spread", {
            count: spread.tasks,
            low: figures.percent(spread.low),
            likely: figures.percent(spread.likely),
            high: figures.percent(spread.high),
          })}
        </Text>
      )}
      {!isScenario && <OutsideDoubts projectId={projectId} />}
      {!isScenario && (
        <section>
          <Title order={2}>
            <Term meaning={t("forecast.driversMean")}>{t("forecast.drivers")}</Term>
          </Title>
          <Drivers projectId={projectId} known={forecast.drivers} />
        </section>
      )}
      {!isScenario && <ObjectParts place="past" kind="project" id={projectId} />}
      <Text size="xs" c="dimmed">
        {t("forecast.computed", {
          when: figures.dateTime(forecast.computed_at),
          seed: String(forecast.seed),
        })}
      </Text>
    </Stack>
  );
}
