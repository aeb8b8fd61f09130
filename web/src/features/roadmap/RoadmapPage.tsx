import { Button, SegmentedControl } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLayoutRows, IconMap2, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageHeader } from "@/ui/PageHeader";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { useCreate } from "@/ui/shell/useCreate";
import { HorizonBoard } from "./HorizonBoard";
import { LanesModal } from "./LanesModal";
import { RoadmapChart } from "./RoadmapChart";
import classes from "./RoadmapPage.module.css";
import { RoadmapTable } from "./RoadmapTable";
import { roadmapQuery } from "./roadmap";
import type { RoadmapView } from "./view";

interface Props {
  view: RoadmapView;
  onView: (change: Partial<RoadmapView>) => void;
}

/** What is promised when: one product's initiatives over time, as a table, or by horizon. */
export function RoadmapPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const { can } = useSession();
  const [lanesOpened, lanesModal] = useDisclosure();
  const { product, isPending } = useProduct();
  const productId = product?.id ?? "";
  const {
    data: roadmap,
    error,
    refetch,
  } = useQuery({
    ...roadmapQuery(productId),
    enabled: product !== undefined,
  });
  if (isPending) return <LoadingState />;
  if (!product) {
    return (
      <EmptyState
        icon={IconMap2}
        sentence={t("roadmap.noProduct")}
        action={
          can.administer && (
            <Button onClick={() => create.open("product")}>{t("home.firstProduct")}</Button>
          )
        }
      />
    );
  }
  const mayEdit = product.can.edit === true || product.can.steer === true;
  const views = (["timeline", "table", "horizon"] as const).map((value) => ({
    value,
    label: t(`roadmap.view.${value}`),
  }));
  return (
    <div className={classes.page}>
      <PageHeader
        title={t("roadmap.title", { product: product.title })}
        tools={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t("roadmap.views")}
              data={views}
              value={view.view}
              onChange={(next) => onView({ view: next as RoadmapView["view"] })}
            />
            <ProductPicker />
          </>
        }
        actions={
          <>
            <ObjectParts place="action" kind="product" id={product.id} />
            {mayEdit && (
              <>
                <Button
                  variant="default"
                  leftSection={<IconLayoutRows size={16} stroke={1.6} aria-hidden />}
                  onClick={lanesModal.open}
                >
                  {t("lane.title")}
                </Button>
                <Button
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => create.open("initiative")}
                >
                  {t("kind.initiative")}
                </Button>
              </>
            )}
          </>
        }
      />
      {error && !roadmap ? (
        <ErrorState
          title={error.title}
          detail={error.detail}
          action={<Button onClick={() => void refetch()}>{t("retry")}</Button>}
        />
      ) : !roadmap ? (
        <LoadingState />
      ) : roadmap.initiatives.length === 0 ? (
        <EmptyState
          icon={IconMap2}
          sentence={t("roadmap.empty")}
          action={
            mayEdit && (
              <Button onClick={() => create.open("initiative")}>{t("roadmap.first")}</Button>
            )
          }
          example={t("roadmap.example")}
        />
      ) : view.view === "table" ? (
        <RoadmapTable
          productId={product.id}
          roadmap={roadmap}
          sort={view.sort}
          onSort={(sort) => onView({ sort })}
        />
      ) : view.view === "horizon" ? (
        <HorizonBoard productId={product.id} roadmap={roadmap} />
      ) : (
        <RoadmapChart
          product={product}
          roadmap={roadmap}
          zoom={view.zoom}
          onZoom={(zoom) => onView({ zoom })}
          onTable={() => onView({ view: "table" })}
          mayEdit={mayEdit}
        />
      )}
      {roadmap && (
        <LanesModal
          productId={product.id}
          lanes={roadmap.lanes}
          opened={lanesOpened}
          onClose={lanesModal.close}
        />
      )}
    </div>
  );
}
