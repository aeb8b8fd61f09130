import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { GapGroup } from "./GapGroup";
import { gapsQuery } from "./gaps";

/** Where the line is broken, why that matters, and what closes it. */
export function GapsPage() {
  const { t } = useTranslation();
  const { product, products, isPending } = useProduct();
  const { data, error, refetch } = useQuery({ ...gapsQuery(product?.id), enabled: !isPending });
  const broken = (data ?? []).filter(({ items }) => items.length > 0);
  const whole = (data ?? []).filter(({ items, checked }) => items.length === 0 && checked > 0);
  const checked = (data ?? []).reduce((sum, gap) => sum + gap.checked, 0);
  return (
    <>
      <PageHeader
        narrow
        title={t("nav.gaps")}
        lead={t("gaps.lead")}
        tools={products.length > 1 && <ProductPicker />}
      />
      <PageBody narrow>
        {error && !data ? (
          <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingState />
        ) : checked === 0 ? (
          <EmptyState sentence={t("gaps.nothingYet")} />
        ) : (
          <>
            {broken.length === 0 && <EmptyState icon={IconCircleCheck} sentence={t("gaps.none")} />}
            {broken.map((gap) => (
              <GapGroup key={gap.rule} gap={gap} />
            ))}
            {whole.map((gap) => (
              <GapGroup key={gap.rule} gap={gap} />
            ))}
          </>
        )}
      </PageBody>
    </>
  );
}
