import { Select, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { Product } from "@/features/core/products";
import { EmptyState } from "@/ui/EmptyState";
import classes from "../StrategyPage.module.css";
import { LISTED, type Listed, type StrategyView } from "../view";

interface Props {
  product: Product;
  view: StrategyView;
}

const COLUMNS: Record<Listed, readonly string[]> = {
  statement: [
    "title",
    "template",
    "canvas",
    "box",
    "nature",
    "standing",
    "supports",
    "contradicts",
  ],
  canvas: ["title", "template", "statements", "version", "updated_at"],
  vision: ["title", "number", "statement", "created_by", "created_at"],
  theme: ["title", "owner", "colour", "updated_at"],
  objective: ["title", "period", "owner", "health", "progress"],
  key_result: ["title", "objective", "owner", "current", "target", "progress"],
  check_in: ["title", "value", "unit", "confidence", "note", "by", "created_at"],
  stakeholder: ["title", "organisation", "position", "power", "interest", "attitude"],
  telling: ["title", "summary", "channel", "version_seen", "by", "created_at"],
  verdict: ["title", "word", "text", "document", "version", "stands", "created_at"],
  scorecard: ["title", "method", "about", "formula"],
  standing: [
    "title",
    "scorecard",
    "rank",
    "score",
    "above",
    "makes_cut",
    "rank_low",
    "rank_high",
    "days",
  ],
  score: ["title", "scorecard", "words", "voter", "by", "at"],
  kano_answer: [
    "title",
    "scorecard",
    "respondent",
    "functional",
    "dysfunctional",
    "says",
    "created_at",
  ],
};

/** Everything written of the strategy, one kind at a time: filtered, grouped, edited, exported. */
export function ListsSection({ product, view }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const kind = view.kind ?? LISTED[0];
  const choose = (next: Listed) =>
    void navigate({
      to: ".",
      // Another kind has other fields: what was filtered for does not fit it.
      search: (before) => ({
        ...before,
        kind: next === LISTED[0] ? undefined : next,
        list: undefined,
      }),
      replace: true,
    });
  return (
    <section>
      <div className={classes.head}>
        <Title order={2} className={classes.hidden}>
          {t("strategy.tab.lists")}
        </Title>
        <Select
          w={240}
          aria-label={t("strategy.whichList")}
          allowDeselect={false}
          value={kind}
          data={LISTED.map((one) => ({ value: one, label: t(`strategy.listed.${one}`) }))}
          onChange={(next) => choose(LISTED.find((one) => one === next) ?? LISTED[0])}
        />
      </div>
      <ObjectList
        key={kind}
        kind={kind}
        productId={product.id}
        columns={COLUMNS[kind]}
        empty={<EmptyState sentence={t(`strategy.listEmpty.${kind}`)} />}
      />
    </section>
  );
}
