import { Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { colourOf } from "@/features/core/laneColours";
import type { Product } from "@/features/core/products";
import { useLocale } from "@/features/core/useLocale";
import { usePalette } from "@/features/core/usePalette";
import { readZoom, writeZoom } from "@/features/core/zoom";
import { RoadmapTimeline } from "@/timeline/RoadmapTimeline";
import type { Lane } from "@/timeline/types";
import { usePeek } from "@/ui/shell/usePeek";
import legend from "../Legend.module.css";
import { STATUSES } from "../roadmap";
import classes from "./Portfolio.module.css";
import {
  type Colour,
  chartItems,
  HEALTH_COLOURS,
  idOf,
  milestoneItems,
  type Portfolio,
  type PortfolioItem,
  STATUS_COLOURS,
} from "./portfolio";
import { usePortfolioDeeds } from "./usePortfolioDeeds";

interface Props {
  portfolio: Portfolio;
  lanes: readonly Lane[];
  products: readonly Product[];
  colour: Colour;
  zoom: string | undefined;
  onZoom: (zoom: string) => void;
}

/** The initiatives of all products over time; dragged, as far as one may. */
export function PortfolioChart({ portfolio, lanes, products, colour, zoom, onZoom }: Props) {
  const { t } = useTranslation();
  const palette = usePalette();
  const locale = useLocale();
  const peek = usePeek();
  const move = usePortfolioDeeds(portfolio);
  const tints = useMemo(() => tintsOf(colour, products), [colour, products]);
  const items = useMemo(
    () => [...chartItems(portfolio, (item) => tints.of(item)), ...milestoneItems(portfolio)],
    [portfolio, tints],
  );
  const open = (name: string) => {
    const isMilestone = portfolio.milestones.some(({ id }) => id === name);
    peek.open({ kind: isMilestone ? "milestone" : "initiative", id: idOf(name) });
  };
  const word = (value: string) =>
    colour === "health"
      ? t(`health.${value}` as "health.at_risk")
      : colour === "status"
        ? t(`status.${value}` as "status.idea")
        : (products.find(({ id }) => id === value)?.title ?? "");
  return (
    <>
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
          onSelect={(name) => name && open(name)}
          onOpen={open}
          onMove={(name, { laneId, ...span }) => move(name, span, laneId)}
          onResize={(name, span) => move(name, span, undefined)}
        />
      </div>
      {tints.entries.length > 0 && (
        <ul className={legend.legend} aria-label={t("roadmap.legend")}>
          {tints.entries.map(([value, tint]) => (
            <li key={value} className={legend.entry}>
              <span className={legend.mark} style={{ background: tint }} />
              <Text size="xs">{word(value)}</Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Tints {
  of: (item: PortfolioItem) => string | undefined;
  entries: [string, string][];
}

function tintsOf(colour: Colour, products: readonly Product[]): Tints {
  switch (colour) {
    case "lane":
      return { of: () => undefined, entries: [] };
    case "health":
      return {
        of: ({ health }) => HEALTH_COLOURS[health],
        entries: Object.entries(HEALTH_COLOURS),
      };
    case "status":
      return {
        of: ({ status }) => STATUS_COLOURS[status],
        entries: STATUSES.map((status) => [status, STATUS_COLOURS[status]]),
      };
    case "product": {
      const entries = products.map(({ id }, place): [string, string] => [id, colourOf("", place)]);
      const known = new Map(entries);
      return { of: ({ product_id }) => known.get(product_id), entries };
    }
  }
}
