import { Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { type Calibration, calibrationQuery } from "./forecasts";
import { RateTable } from "./RateTable";

interface Props {
  projectId: string;
}

/** How often past forecasts held, and so how much to trust this one. */
export function CalibrationPanel({ projectId }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [isOwn, setOwn] = useState(false);
  const { data: found, error } = useQuery(calibrationQuery(isOwn ? projectId : null));
  if (error && !found) return <ErrorState title={error.title} detail={error.detail} />;
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={2} id={id}>
          <Term meaning={t("forecast.trust.means")}>{t("forecast.trust.title")}</Term>
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("forecast.trust.whose")}
          value={isOwn ? "own" : "all"}
          onChange={(next) => setOwn(next === "own")}
          data={[
            { value: "all", label: t("forecast.trust.all") },
            { value: "own", label: t("forecast.trust.own") },
          ]}
        />
      </Group>
      {found ? <Judged found={found} /> : <LoadingState rows={3} />}
    </section>
  );
}

function Judged({ found }: { found: Calibration }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { chances, errors, safe_level: safe } = found;
  const days = (value: number) => figures.number(Math.round(10 * value) / 10);
  return (
    <Stack gap="md" mt="xs">
      <Text maw={720}>
        {t(`forecast.trust.verdict.${found.trust}`)}{" "}
        {safe !== null &&
          found.trust !== "too_few" &&
          t("forecast.trust.safe", { level: figures.percent(safe) })}
      </Text>
      {found.rates.length > 0 && (
        <RateTable
          caption={t("forecast.trust.dates", {
            count: found.outcomes,
            forecasts: figures.number(found.forecasts),
          })}
          said={t("forecast.trust.level")}
          held={t("forecast.trust.held")}
          rates={found.rates.map((rate) => ({ ...rate, name: figures.percent(rate.level) }))}
        />
      )}
      {chances && (
        <RateTable
          caption={t("forecast.trust.chances", {
            count: chances.count,
            brier: figures.number(Math.round(1000 * chances.brier) / 1000),
            usual: figures.number(Math.round(1000 * chances.usual) / 1000),
          })}
          said={t("forecast.trust.chance")}
          held={t("forecast.trust.cameTrue")}
          rates={chances.bins.map((bin) => ({
            ...bin,
            name: `${figures.percent(bin.from_chance)} – ${figures.percent(bin.to_chance)}`,
          }))}
        />
      )}
      {errors && (
        <Text size="sm" c="dimmed" maw={720}>
          {t("forecast.trust.errors", {
            pooled: days(errors.pooled),
            network: days(errors.network),
            flow: days(errors.flow),
          })}
        </Text>
      )}
    </Stack>
  );
}
