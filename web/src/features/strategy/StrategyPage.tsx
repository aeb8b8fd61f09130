import { useTranslation } from "react-i18next";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { ObjectivesSection } from "./ObjectivesSection";
import classes from "./StrategyPage.module.css";
import { VisionSection } from "./VisionSection";
import type { OnView, StrategyView } from "./view";

interface Props {
  view: StrategyView;
  onView: OnView;
}

/** Where the product is to go, and how we shall know that it gets there. */
export function StrategyPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { product, products, isPending } = useProduct();
  return (
    <>
      <PageHeader
        title={t("nav.strategy")}
        lead={t("strategy.lead")}
        tools={products.length > 1 && <ProductPicker />}
      />
      <PageBody>
        {isPending ? (
          <LoadingState />
        ) : !product ? (
          <EmptyState sentence={t("strategy.noProduct")} />
        ) : (
          <div className={classes.sections}>
            <VisionSection key={product.id} product={product} view={view} onView={onView} />
            <ObjectivesSection product={product} view={view} onView={onView} />
          </div>
        )}
      </PageBody>
    </>
  );
}
