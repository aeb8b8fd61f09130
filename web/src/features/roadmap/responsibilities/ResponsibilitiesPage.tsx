import { Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { IconUserCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExportLinks } from "@/features/core/list/ExportLinks";
import { NoProduct } from "@/features/core/NoProduct";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { Amiss } from "./Amiss";
import { FunctionsMatrix } from "./FunctionsMatrix";
import { HoldingForm } from "./HoldingForm";
import { ResponsibilityGrid } from "./ResponsibilityGrid";
import { asView, type ResponsibilityView, responsibilitiesQuery, VIEWS } from "./responsibilities";

interface Props {
  view: ResponsibilityView;
  onView: (view: ResponsibilityView) => void;
}

/** Who answers for which of the twelve functions, for every initiative of a product that is not done; or who holds which role
 * in those of one. */
export function ResponsibilitiesPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { product, isPending } = useProduct();
  const [open, setOpen] = useState<{ subject: string; function: string } | null>(null);
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...responsibilitiesQuery(product?.id ?? ""),
    enabled: product !== undefined,
  });
  const first = data?.pages[0];
  const sheets = first ? [first.product, ...data.pages.flatMap(({ items }) => items)] : [];
  const sheet = sheets.find(({ subject }) => subject.id === open?.subject);
  const holding = sheet?.functions.find((one) => one.function === open?.function);
  const onOpen = (line: number, column: number) => {
    const chosen = sheets[line];
    const one = chosen?.functions[column];
    if (chosen && one) setOpen({ subject: chosen.subject.id, function: one.function });
  };
  return (
    <>
      <PageHeader
        title={t("responsibility.title")}
        lead={t("responsibility.lead")}
        tools={
          <>
            <Amiss sheets={sheets.slice(1)} />
            <SegmentedControl
              size="xs"
              aria-label={t("responsibility.views")}
              data={VIEWS.map((value) => ({ value, label: t(`responsibility.view.${value}`) }))}
              value={view.view}
              onChange={(next) => onView({ view: asView(next), of: view.of })}
            />
            {product && (
              <ExportLinks
                path={`/products/${product.id}/responsibilities/export`}
                drawn
                query={{ initiative_id: view.of }}
              />
            )}
            <ProductPicker />
          </>
        }
      />
      <PageBody>
        {error && !first ? (
          <ErrorState title={error.title} detail={error.detail} />
        ) : isPending || (product && !first) ? (
          <LoadingState />
        ) : !product ? (
          <NoProduct icon={IconUserCheck} sentence={t("responsibility.noProduct")} />
        ) : (
          <Stack gap="sm">
            {view.view === "matrix" ? (
              <FunctionsMatrix
                productId={product.id}
                sheets={sheets}
                of={view.of}
                onOf={(of) => onView({ view: "matrix", of })}
              />
            ) : (
              <ResponsibilityGrid
                sheets={sheets}
                onOpen={first?.product.can.edit ? onOpen : undefined}
              />
            )}
            {hasNextPage && (
              <Group>
                <Button variant="default" onClick={() => void fetchNextPage()}>
                  {t("responsibility.more")}
                </Button>
              </Group>
            )}
          </Stack>
        )}
        {sheet && holding && (
          <HoldingForm sheet={sheet} holding={holding} onClose={() => setOpen(null)} />
        )}
      </PageBody>
    </>
  );
}
