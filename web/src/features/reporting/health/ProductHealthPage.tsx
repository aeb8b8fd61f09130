import { Button } from "@mantine/core";
import { IconDownload, IconHeartbeat, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/http";
import { NoProduct } from "@/features/core/NoProduct";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { HealthSection } from "./HealthSection";
import { healthQuery } from "./health";
import classes from "./health.module.css";

/** How a product does, on one page: figures counted from rows, each with its source, its age and its trend. */
export function ProductHealthPage() {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const { product, isPending } = useProduct();
  const { data: health, error, refetch } = useQuery(healthQuery(product?.id ?? ""));
  return (
    <div className={classes.page}>
      <PageHeader
        title={product ? t("productHealth.title", { product: product.title }) : t("nav.health")}
        lead={
          health &&
          t("productHealth.lead", { when: figures.dateTime(health.at), days: health.back_days })
        }
        tools={<ProductPicker />}
        actions={
          health && (
            <>
              <Button
                component="a"
                href={addressOf(`/products/${health.product.id}/health/file`, { workspace })}
                download
                variant="default"
                className={classes.unprinted}
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {t("productHealth.pdf")}
              </Button>
              <Button
                variant="default"
                className={classes.unprinted}
                leftSection={<IconPrinter size={16} aria-hidden />}
                onClick={() => window.print()}
              >
                {t("productHealth.print")}
              </Button>
            </>
          )
        }
      />
      <PageBody>
        {error && !health ? (
          <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
        ) : !isPending && !product ? (
          <NoProduct icon={IconHeartbeat} sentence={t("productHealth.noProduct")} />
        ) : !health ? (
          <LoadingState />
        ) : (
          <div className={classes.grid}>
            {health.sections.map((section) => (
              <HealthSection key={section.name} section={section} days={health.back_days} />
            ))}
          </div>
        )}
      </PageBody>
    </div>
  );
}
