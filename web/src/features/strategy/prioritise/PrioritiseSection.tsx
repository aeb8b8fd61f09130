import { Button, Menu, SegmentedControl, Text } from "@mantine/core";
import { IconChevronDown, IconListNumbers, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Product } from "@/features/core/products";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import type { OnView, StrategyView } from "../view";
import { CardPanel } from "./CardPanel";
import { NewScorecard } from "./NewScorecard";
import classes from "./Prioritise.module.css";
import { scorecardsQuery } from "./queries";

interface Props {
  product: Product;
  view: StrategyView;
  onView: OnView;
}

/** Which of the ideas and initiatives first, by one of the product's scorecards. */
export function PrioritiseSection({ product, view, onView }: Props) {
  const { t } = useTranslation();
  const { data: cards, error, refetch } = useQuery(scorecardsQuery(product.id));
  if (error && !cards) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!cards) return <LoadingState rows={6} />;
  const canEdit = product.can.edit === true;
  const card = cards.find(({ key }) => key === view.card) ?? cards[0];
  const makes = canEdit && (
    <NewScorecard
      productId={product.id}
      onMade={(made) => onView({ card: made.key })}
      target={(open) => (
        <Button
          size="xs"
          variant={card ? "default" : "filled"}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={open}
        >
          {t(card ? "scorecard.new" : "scorecard.first")}
        </Button>
      )}
    />
  );
  if (!card) {
    return (
      <EmptyState
        icon={IconListNumbers}
        sentence={t("prioritise.teach")}
        action={makes}
        example={t("prioritise.example")}
      />
    );
  }
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              className={classes.choose}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              <Text span fw={600} size="md">
                {card.title}
              </Text>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {cards.map((each) => (
              <Menu.Item
                key={each.id}
                onClick={() => onView({ card: each.key })}
                aria-current={each.id === card.id || undefined}
              >
                {each.title}
                <Text span size="xs" c="dimmed" ml="sm">
                  {t(`scorecard.method.${each.method}`)}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <div className={classes.end}>
          {card.method !== "kano" && (
            <SegmentedControl
              size="xs"
              aria-label={t("prioritise.view")}
              value={view.as ?? "list"}
              onChange={(as) => onView({ as: as === "scatter" ? "scatter" : undefined })}
              data={[
                { value: "list", label: t("prioritise.list") },
                { value: "scatter", label: t("prioritise.scatter") },
              ]}
            />
          )}
          {makes}
        </div>
      </div>
      <CardPanel key={card.id} cardId={card.id} view={view} onView={onView} />
    </section>
  );
}
