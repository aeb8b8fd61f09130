import { Button, SegmentedControl, Title } from "@mantine/core";
import { IconPlus, IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Product } from "@/features/core/products";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import classes from "../StrategyPage.module.css";
import type { OnView, StrategyView } from "../view";
import { PowerGrid } from "./PowerGrid";
import { stakeholdersQuery } from "./queries";
import { RegisterStakeholder } from "./RegisterStakeholder";
import { StakeholderTable } from "./StakeholderTable";

interface Props {
  product: Product;
  view: StrategyView;
  onView: OnView;
}

/** Who has an interest in the product and power over it, as a picture or a list. */
export function StakeholdersSection({ product, view, onView }: Props) {
  const { t } = useTranslation();
  const { data: people, error, refetch } = useQuery(stakeholdersQuery(product.id));
  if (error && !people) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!people) return <LoadingState rows={6} />;
  const canEdit = product.can.edit === true;
  const adds = canEdit && (
    <RegisterStakeholder
      productId={product.id}
      target={(open) => (
        <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
          {t(people.length === 0 ? "stakeholder.first" : "stakeholder.new")}
        </Button>
      )}
    />
  );
  if (people.length === 0) {
    return (
      <EmptyState
        icon={IconUsersGroup}
        sentence={t("stakeholder.teach")}
        action={adds}
        example={t("stakeholder.example")}
      />
    );
  }
  return (
    <section>
      <div className={classes.head}>
        <Title order={2}>{t("stakeholder.plural")}</Title>
        <div className={classes.end}>
          <SegmentedControl
            size="xs"
            aria-label={t("prioritise.view")}
            value={view.people ?? "grid"}
            onChange={(next) => onView({ people: next === "list" ? "list" : undefined })}
            data={[
              { value: "grid", label: t("stakeholder.grid") },
              { value: "list", label: t("stakeholder.list") },
            ]}
          />
          {adds}
        </div>
      </div>
      {view.people === "list" ? (
        <StakeholderTable people={people} />
      ) : (
        <PowerGrid productId={product.id} people={people} />
      )}
    </section>
  );
}
