import { MultiSelect, Text, Title } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { LookSwitch } from "@/ui/chart/LookSwitch";
import classes from "@/ui/chart/TimeChart.module.css";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PartProps } from "@/ui/shell/parts";
import { Term } from "@/ui/Term";
import { TrendPicture } from "./TrendPicture";
import { TrendTable } from "./TrendTable";
import { trendQuery } from "./trend";

/** So many lines are told apart at once. */
const SHOWN = 6;

/** How the dates of milestones moved from report to report. */
export default function MilestoneTrend({ id: projectId }: PartProps) {
  const { t } = useTranslation();
  const id = useId();
  const { ref, width } = useElementSize();
  const [isTable, setTable] = useState(false);
  const [chosen, setChosen] = useState<string[]>();
  const { data, error } = useQuery(trendQuery(projectId));
  if (error && !data) return <ProblemNote fault={error} />;
  if (!data || data.milestones.length === 0) return null;
  const ids = chosen ?? data.milestones.slice(0, SHOWN).map(({ item }) => item.id);
  const shown = data.milestones.filter(({ item }) => ids.includes(item.id));
  const slipped = shown.filter(({ slip_days }) => slip_days > 0).length;
  return (
    <section className={classes.chart} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id}>
          <Term meaning={t("trend.means")}>{t("trend.title")}</Term>
        </Title>
        <LookSwitch title={t("trend.title")} isTable={isTable} onTable={setTable} />
      </div>
      <Text size="sm">{t("trend.sentence", { slipped, count: shown.length })}</Text>
      {data.milestones.length > 1 && (
        <MultiSelect
          size="xs"
          aria-label={t("trend.which")}
          data={data.milestones.map(({ item }) => ({
            value: item.id,
            label: `${item.key} ${item.title}`,
          }))}
          value={ids}
          onChange={setChosen}
          maxValues={8}
          searchable
        />
      )}
      <div ref={ref}>
        {isTable || shown.length === 0 ? (
          <TrendTable milestones={shown} />
        ) : (
          <TrendPicture milestones={shown} width={Math.max(300, width)} />
        )}
      </div>
    </section>
  );
}
