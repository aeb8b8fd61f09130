import { Group, SegmentedControl, Select, Text } from "@mantine/core";
import { IconChartDots3 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ListTools } from "@/features/core/list/ListTools";
import { ViewTabs } from "@/features/core/list/ViewTabs";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageHeader } from "@/ui/PageHeader";
import { CapacityTable } from "./CapacityTable";
import classes from "./Portfolio.module.css";
import { PortfolioChart } from "./PortfolioChart";
import { BY, type By, COLOURS, type Colour, chartLanes, portfolioQuery } from "./portfolio";
import { RollupTable } from "./RollupTable";
import { type PortfolioView, usePortfolioList } from "./usePortfolioList";

interface Props {
  view: PortfolioView;
  onView: (change: Partial<PortfolioView>) => void;
}

/** Every product's initiatives on one line of time: by product, theme or goal, rolled up, beside who can do it. */
export function PortfolioPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { list, by, colour } = usePortfolioList(view);
  const { products, isPending } = useProduct();
  const { data: portfolio, error, refetch } = useQuery(portfolioQuery(by, list.state));
  if (error && !portfolio) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (isPending || !portfolio) return <LoadingState />;
  const lanes = chartLanes(portfolio.lanes, t(`portfolio.none.${by}`));
  return (
    <div className={classes.page}>
      <PageHeader
        title={t("nav.portfolio")}
        lead={t("portfolio.lead")}
        tools={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t("portfolio.lanes")}
              data={BY.map((value) => ({ value, label: t(`portfolio.by.${value}`) }))}
              value={by}
              onChange={(next) => onView({ by: next as By })}
            />
            <Group gap="xs" wrap="nowrap">
              <Text size="xs" c="dimmed" aria-hidden>
                {t("roadmap.colour")}
              </Text>
              <Select
                size="xs"
                w={120}
                aria-label={t("roadmap.colour")}
                allowDeselect={false}
                data={COLOURS.map((value) => ({ value, label: t(`portfolio.colour.${value}`) }))}
                value={colour}
                onChange={(next) => onView({ colour: (next as Colour | null) ?? undefined })}
              />
            </Group>
          </>
        }
      />
      <div className={classes.filters}>
        <ViewTabs list={list} />
        <ListTools list={list} isPlain />
      </div>
      {portfolio.items.length === 0 ? (
        <EmptyState
          icon={IconChartDots3}
          sentence={t(list.isNarrowed ? "list.noMatch" : "portfolio.empty")}
        />
      ) : (
        <>
          <PortfolioChart
            portfolio={portfolio}
            lanes={lanes}
            products={products}
            colour={colour}
            zoom={view.zoom}
            onZoom={(next) => onView({ zoom: next })}
          />
          <div className={classes.panels}>
            <RollupTable portfolio={portfolio} by={by} colours={lanes.map((lane) => lane.colour)} />
            <CapacityTable loads={portfolio.loads} products={products} />
          </div>
        </>
      )}
    </div>
  );
}
