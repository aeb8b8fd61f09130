import { Button, Select, Text, Title } from "@mantine/core";
import { IconPlus, IconTargetArrow } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Product } from "@/features/core/products";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useCreate } from "@/ui/shell/useCreate";
import { ObjectiveCard } from "./ObjectiveCard";
import { byPeriod } from "./period";
import { objectivesQuery } from "./queries";
import classes from "./StrategyPage.module.css";
import { usePeriodText } from "./usePeriodText";
import type { OnView, StrategyView } from "./view";

interface Props {
  product: Product;
  view: StrategyView;
  onView: OnView;
}

/** Objectives by period, each with the key results that will show it. */
export function ObjectivesSection({ product, view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const periodText = usePeriodText();
  const { data: objectives, error, refetch } = useQuery(objectivesQuery(product.id));
  if (error && !objectives) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!objectives) return <LoadingState rows={6} />;
  const groups = byPeriod(objectives);
  const shown = groups.filter(({ period }) => !view.period || period === view.period);
  const canEdit = product.can.edit === true;
  return (
    <section>
      <div className={classes.head}>
        <Title order={2}>{t("objective.plural")}</Title>
        <div className={classes.end}>
          {groups.length > 1 && (
            <Select
              size="xs"
              w={160}
              clearable
              aria-label={t("objective.period")}
              placeholder={t("objective.everyPeriod")}
              value={view.period ?? null}
              data={groups
                .filter(({ period }) => period)
                .map(({ period }) => ({ value: period, label: periodText(period) }))}
              onChange={(next) => onView({ period: next ?? undefined })}
            />
          )}
          {canEdit && objectives.length > 0 && (
            <Button
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => create.open("objective")}
            >
              {t("objective.new")}
            </Button>
          )}
        </div>
      </div>
      {objectives.length === 0 ? (
        <EmptyState
          icon={IconTargetArrow}
          sentence={t("objective.teach")}
          action={
            canEdit && (
              <Button onClick={() => create.open("objective")}>{t("objective.first")}</Button>
            )
          }
          example={t("objective.example")}
        />
      ) : (
        <div className={classes.groups}>
          {shown.map(({ period, items }) => (
            <section key={period}>
              {(groups.length > 1 || period) && (
                <Text component="h3" size="sm" fw={600} c="dimmed" mb="sm" mt={0}>
                  {periodText(period)}
                </Text>
              )}
              <div className={classes.cards}>
                {items.map((objective) => (
                  <ObjectiveCard key={objective.id} objective={objective} />
                ))}
              </div>
            </section>
          ))}
        </div>
      )}
    </section>
  );
}
