import { Button, Title } from "@mantine/core";
import { IconColumns3, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Product } from "@/features/core/products";
import { themesQuery } from "@/features/core/themes";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useCreate } from "@/ui/shell/useCreate";
import { PeriodSelect } from "../PeriodSelect";
import { quarterOf } from "../period";
import classes from "../StrategyPage.module.css";
import type { OnView, StrategyView } from "../view";
import { BalanceTable } from "./BalanceTable";

interface Props {
  product: Product;
  view: StrategyView;
  onView: OnView;
}

/** The pillars of the plan: what share of the work in a period each was meant to get, and what it gets. */
export function ThemesSection({ product, view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const { data: themes, error, refetch } = useQuery(themesQuery(product.id));
  if (error && !themes) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!themes) return <LoadingState rows={6} />;
  const canEdit = product.can.edit === true;
  if (themes.length === 0) {
    return (
      <EmptyState
        icon={IconColumns3}
        sentence={t("theme.teach")}
        action={canEdit && <Button onClick={() => create.open("theme")}>{t("theme.first")}</Button>}
        example={t("theme.example")}
      />
    );
  }
  const now = quarterOf(new Date());
  return (
    <section>
      <div className={classes.head}>
        <Title order={2}>{t("theme.plural")}</Title>
        <div className={classes.end}>
          <PeriodSelect
            size="xs"
            w={160}
            aria-label={t("objective.period")}
            value={view.period ?? now}
            onChange={(period) => onView({ period: period && period !== now ? period : undefined })}
          />
          {canEdit && (
            <Button
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => create.open("theme")}
            >
              {t("theme.new")}
            </Button>
          )}
        </div>
      </div>
      <BalanceTable product={product} themes={themes} period={view.period ?? now} />
    </section>
  );
}
