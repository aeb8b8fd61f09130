import { Button, Indicator, Menu, SegmentedControl } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconAlertCircle,
  IconCode,
  IconDots,
  IconFlag,
  IconHistory,
  IconLayoutRows,
  IconMap2,
  IconPlus,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ListTools } from "@/features/core/list/ListTools";
import type { List } from "@/features/core/list/useList";
import { ViewTabs } from "@/features/core/list/ViewTabs";
import { NoProduct } from "@/features/core/NoProduct";
import { ProductPicker } from "@/features/core/ProductPicker";
import type { Product } from "@/features/core/products";
import { themesQuery } from "@/features/core/themes";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageHeader } from "@/ui/PageHeader";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { useCreate } from "@/ui/shell/useCreate";
import { BulkBar } from "./BulkBar";
import { FindingsPanel } from "./FindingsPanel";
import { HistoryPanel } from "./HistoryPanel";
import { LanesModal } from "./LanesModal";
import { RoadmapList } from "./RoadmapList";
import classes from "./RoadmapPage.module.css";
import { RoadmapToolbar } from "./RoadmapToolbar";
import { RoadmapViews } from "./RoadmapViews";
import { findingsQuery, matchingQuery, type Roadmap, roadmapQuery } from "./roadmap";
import { TextModal } from "./TextModal";
import { useRoadmapList } from "./useRoadmapList";
import { useVisit } from "./useVisit";
import { type OnView, pickedKeys, type RoadmapView, VIEWS, type ViewName } from "./view";

interface Props {
  /** What the address says. */
  view: Partial<RoadmapView>;
  onView: OnView;
}

interface ShownProps {
  view: RoadmapView;
  onView: OnView;
}

/** What is promised when, in as many views as there are questions, and what is wrong with it. */
export function RoadmapPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { product, isPending } = useProduct();
  if (isPending) return <LoadingState />;
  if (!product) {
    return <NoProduct icon={IconMap2} sentence={t("roadmap.noProduct")} />;
  }
  return <OfProduct key={product.id} product={product} view={view} onView={onView} />;
}

function OfProduct({ product, view: said, onView }: Props & { product: Product }) {
  const { t } = useTranslation();
  const create = useCreate();
  const [lanesOpened, lanesModal] = useDisclosure();
  const [textOpened, textModal] = useDisclosure();
  const { data: roadmap, error, refetch } = useQuery(roadmapQuery(product.id));
  useVisit(product.id);
  const { list, adapt, view } = useRoadmapList(product.id, said);
  const { data: themes = [] } = useQuery(themesQuery(product.id));
  // The list asks for its own rows and does not wait for the whole roadmap.
  const isList = view.view === "table";
  const mayEdit = product.can.edit === true || product.can.steer === true;
  const shown = useShown(roadmap, list);
  const picked = useMemo(() => {
    const keys = new Set(pickedKeys(view.picked));
    return (shown?.initiatives ?? []).filter(({ key }) => keys.has(key));
  }, [shown, view.picked]);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t("roadmap.title", { product: product.title })}
        tools={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t("roadmap.views")}
              data={VIEWS.map((value) => ({ value, label: t(`roadmap.view.${value}`) }))}
              value={view.view}
              onChange={(next) => onView({ view: next as ViewName })}
            />
            <ProductPicker />
            <RoadmapToolbar list={list} hasThemes={themes.length > 0} view={view} onView={onView} />
          </>
        }
        actions={
          <>
            <ObjectParts place="action" kind="product" id={product.id} colour={view.colour} />
            <PanelButtons productId={product.id} view={view} onView={onView} />
            {mayEdit && (
              <>
                <MoreMenu onLanes={lanesModal.open} onText={textModal.open} />
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
        <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
      ) : !isList && !shown ? (
        <LoadingState />
      ) : roadmap && roadmap.initiatives.length + roadmap.milestones.length === 0 ? (
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
      ) : (
        <div className={classes.body}>
          <div className={classes.main}>
            {isList && <RoadmapList productId={product.id} adapt={adapt} />}
            {!isList && shown && (
              <>
                <div className={classes.filters}>
                  <ViewTabs list={list} />
                  <ListTools list={list} isPlain />
                </div>
                <RoadmapViews
                  product={product}
                  roadmap={shown}
                  list={list}
                  view={view}
                  onView={onView}
                  picked={picked}
                  mayEdit={mayEdit}
                />
              </>
            )}
            {roadmap && picked.length > 0 && mayEdit && !isList && (
              <BulkBar
                productId={product.id}
                picked={picked}
                lanes={roadmap.lanes}
                onClear={() => onView({ picked: undefined })}
              />
            )}
          </div>
          {roadmap && view.panel && (
            <aside className={classes.aside}>
              {view.panel === "findings" ? (
                <FindingsPanel productId={product.id} roadmap={roadmap} mayEdit={mayEdit} />
              ) : (
                <HistoryPanel
                  productId={product.id}
                  roadmap={roadmap}
                  view={view}
                  onView={onView}
                  mayEdit={mayEdit}
                />
              )}
            </aside>
          )}
        </div>
      )}
      {roadmap && (
        <LanesModal
          productId={product.id}
          lanes={roadmap.lanes}
          opened={lanesOpened}
          onClose={lanesModal.close}
        />
      )}
      {textOpened && <TextModal productId={product.id} onClose={textModal.close} />}
    </div>
  );
}

/** The roadmap with only those initiatives that the list's filters let through. */
function useShown(roadmap: Roadmap | undefined, list: List): Roadmap | undefined {
  const { q, where } = list.state;
  const isNarrowed = q !== "" || where.length > 0;
  const { data: ids } = useQuery({
    ...matchingQuery(list.productId ?? "", q, where),
    enabled: isNarrowed,
  });
  return useMemo(() => {
    if (!roadmap || !isNarrowed || !ids) return roadmap;
    return { ...roadmap, initiatives: roadmap.initiatives.filter(({ id }) => ids.has(id)) };
  }, [roadmap, isNarrowed, ids]);
}

function PanelButtons({ productId, view, onView }: ShownProps & { productId: string }) {
  const { t } = useTranslation();
  const { data: findings } = useQuery(findingsQuery(productId));
  const toggle = (panel: RoadmapView["panel"]) =>
    onView({ panel: view.panel === panel ? undefined : panel });
  const count = findings?.length ?? 0;
  return (
    <>
      <Button
        variant={view.panel === "history" ? "light" : "default"}
        leftSection={<IconHistory size={16} stroke={1.6} aria-hidden />}
        aria-expanded={view.panel === "history"}
        onClick={() => toggle("history")}
      >
        {t("history.title")}
      </Button>
      <Indicator label={count} size={18} disabled={count === 0} color="orange.9">
        <Button
          variant={view.panel === "findings" ? "light" : "default"}
          leftSection={<IconAlertCircle size={16} stroke={1.6} aria-hidden />}
          aria-expanded={view.panel === "findings"}
          aria-label={t("findings.count", { count })}
          onClick={() => toggle("findings")}
        >
          {t("findings.title")}
        </Button>
      </Indicator>
    </>
  );
}

function MoreMenu({ onLanes, onText }: { onLanes: () => void; onText: () => void }) {
  const { t } = useTranslation();
  const create = useCreate();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px="xs" aria-label={t("roadmap.more")}>
          <IconDots size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLayoutRows size={16} aria-hidden />} onClick={onLanes}>
          {t("lane.title")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFlag size={16} aria-hidden />}
          onClick={() => create.open("milestone")}
        >
          {t("milestone.add")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCode size={16} aria-hidden />} onClick={onText}>
          {t("roadmapText.title")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
