import { IconChartDots3 } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { colourOf } from "@/features/core/laneColours";
import { useLocale } from "@/features/core/useLocale";
import { usePalette } from "@/features/core/usePalette";
import { useProduct } from "@/features/core/useProduct";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { RoadmapTimeline } from "@/timeline/RoadmapTimeline";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { PageHeader } from "@/ui/PageHeader";
import { usePeek } from "@/ui/shell/usePeek";
import { laneItems } from "./laneItems";
import classes from "./RoadmapPage.module.css";
import { chancesQuery, roadmapQuery } from "./roadmap";

interface Props {
  zoom: string | undefined;
  onZoom: (zoom: string) => void;
}

/** Every product's initiatives on one line of time, a lane for each product. */
export function PortfolioPage({ zoom, onZoom }: Props) {
  const { t } = useTranslation();
  const palette = usePalette();
  const locale = useLocale();
  const peek = usePeek();
  const { products, isPending } = useProduct();
  const roadmaps = useQueries({ queries: products.map(({ id }) => roadmapQuery(id)) });
  const chances = useQueries({ queries: products.map(({ id }) => chancesQuery(id)) });
  if (isPending || roadmaps.some((roadmap) => roadmap.isPending)) return <LoadingState />;
  const chanceOf = new Map(
    chances.flatMap(({ data }) => data ?? []).map((each) => [each.initiative_id, each]),
  );
  const initiatives = roadmaps.flatMap(({ data }) => data?.initiatives ?? []);
  const productOf = new Map(initiatives.map(({ id, product_id }) => [id, product_id]));
  const items = laneItems(initiatives, chanceOf).map((item) => ({
    ...item,
    laneId: productOf.get(item.id) ?? null,
  }));
  const lanes = products.map(({ id, title }, index) => ({
    id,
    title,
    colour: colourOf("", index),
  }));
  const open = (id: string) => peek.open({ kind: "initiative", id });
  return (
    <div className={classes.page}>
      <PageHeader title={t("nav.portfolio")} lead={t("portfolio.lead")} />
      {items.length === 0 ? (
        <EmptyState icon={IconChartDots3} sentence={t("portfolio.empty")} />
      ) : (
        <div className={classes.chart}>
          <RoadmapTimeline
            lanes={lanes}
            items={items}
            label={t("nav.portfolio")}
            palette={palette}
            locale={locale}
            zoom={readZoom(zoom)}
            onZoom={(perDay) => onZoom(writeZoom(perDay))}
            selectedId={peek.target?.kind === "initiative" ? peek.target.id : undefined}
            onSelect={(id) => id && open(id)}
            onOpen={open}
            readOnly
          />
        </div>
      )}
    </div>
  );
}
