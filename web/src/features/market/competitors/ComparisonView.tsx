import { Drawer, Group, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ExportLinks } from "@/features/core/list/ExportLinks";
import { Teach } from "@/features/research/Teach";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { comparisonQuery } from "../queries";
import classes from "./Comparison.module.css";
import { ComparisonGrid } from "./ComparisonGrid";
import { RatingPane } from "./RatingPane";
import { type CellAt, ratingAt, useRate } from "./useRate";

interface Props {
  productId: string;
  productTitle: string;
  canAdd: boolean;
  /** What else stands above the sheet. */
  tools: ReactNode;
}

/** Criteria by competitors: a sheet of ratings, and beside it what the chosen one rests on. */
export function ComparisonView({ productId, productTitle, canAdd, tools }: Props) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const { data, error } = useQuery(comparisonQuery(productId));
  const rate = useRate(productId);
  const [chosen, setChosen] = useState<CellAt>();
  if (error && !data) return <ProblemNote fault={error} />;
  if (!data) return <LoadingState rows={6} />;
  if (data.competitors.length === 0 && data.criteria.length === 0) {
    return <Teach kind="competitor" canAdd={canAdd} />;
  }
  const criterion = data.criteria.find(({ id }) => id === chosen?.criterion_id);
  const rival = data.competitors.find(({ id }) => id === chosen?.competitor_id);
  const pane = chosen && criterion && (chosen.competitor_id === null || rival) && (
    <RatingPane
      key={`${chosen.criterion_id} ${chosen.competitor_id}`}
      criterion={criterion}
      whose={rival?.title ?? productTitle}
      rating={ratingAt(data, chosen)}
      canEdit={data.can.edit === true}
      onSay={(said) => void rate(chosen, said)}
    />
  );
  return (
    <section aria-label={t("comparison.title")}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Text size="sm" c="dimmed">
          {t("comparison.lead")}
        </Text>
        <Group gap="xs">
          <ExportLinks path={`/products/${productId}/comparison/export`} />
          {tools}
        </Group>
      </Group>
      <div className={classes.sheet}>
        <ComparisonGrid
          comparison={data}
          ours={productTitle}
          onChoose={setChosen}
          onRate={(at, score) => void rate(at, { score })}
        />
        {!isPhone && pane && (
          <aside className={classes.pane} aria-label={t("comparison.restsOn")}>
            {pane}
          </aside>
        )}
      </div>
      <Drawer
        opened={isPhone && Boolean(pane)}
        onClose={() => setChosen(undefined)}
        position="bottom"
        size="lg"
        returnFocus={false}
        title={t("comparison.restsOn")}
      >
        {pane}
      </Drawer>
    </section>
  );
}
