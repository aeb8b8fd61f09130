import { Box } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { TimeChart } from "@/ui/chart/TimeChart";
import type { Heat } from "./load";
import { loadSeries } from "./sums";

interface Props {
  heat: Heat;
  soft: boolean;
  /** Whose load is drawn; nobody's: that of all together. */
  who?: string;
}

/** The hours of work in each period, across all projects, against what there is. */
export function LoadHistogram({ heat, soft, who }: Props) {
  const { t } = useTranslation();
  const one = heat.rows.find(({ resource }) => resource.id === who);
  return (
    <Box mt="lg">
      <TimeChart
        title={one ? t("load.histogramOf", { who: one.resource.title }) : t("load.histogram")}
        means={t("load.histogramMeans")}
        unit={t("load.hours")}
        series={loadSeries(heat, one ? [one] : heat.rows, soft, {
          hard: t("load.booked"),
          soft: t("load.asked"),
          capacity: t("load.capacity"),
        })}
      />
    </Box>
  );
}
