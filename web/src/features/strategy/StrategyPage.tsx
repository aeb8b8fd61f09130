import { Tabs } from "@mantine/core";
import { IconTargetArrow } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { NoProduct } from "@/features/core/NoProduct";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useTabInView } from "@/ui/useTabInView";
import { ObjectivesSection } from "./ObjectivesSection";
import classes from "./StrategyPage.module.css";
import { VisionSection } from "./VisionSection";
import { type OnView, type StrategyTab, type StrategyView, TABS } from "./view";

const CanvasesSection = lazy(() =>
  import("./canvases/CanvasesSection").then((found) => ({ default: found.CanvasesSection })),
);
const ThemesSection = lazy(() =>
  import("./themes/ThemesSection").then((found) => ({ default: found.ThemesSection })),
);
const PrioritiseSection = lazy(() =>
  import("./prioritise/PrioritiseSection").then((found) => ({ default: found.PrioritiseSection })),
);
const StakeholdersSection = lazy(() =>
  import("./stakeholders/StakeholdersSection").then((found) => ({
    default: found.StakeholdersSection,
  })),
);

const ListsSection = lazy(() =>
  import("./lists/ListsSection").then((found) => ({ default: found.ListsSection })),
);

interface Props {
  view: StrategyView;
  onView: OnView;
}

/** Where the product is to go, what comes first, and how we shall know that it gets there. */
export function StrategyPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const { product, products, isPending } = useProduct();
  const tab = view.tab ?? TABS[0];
  const tabs = useTabInView(tab);
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
          <NoProduct icon={IconTargetArrow} sentence={t("strategy.noProduct")} />
        ) : (
          <Tabs
            value={tab}
            onChange={(next) =>
              onView({
                tab: next === TABS[0] ? undefined : (next as StrategyTab),
                edit: undefined,
                since: undefined,
                kind: undefined,
              })
            }
            keepMounted={false}
          >
            <Tabs.List mb="md" ref={tabs}>
              {TABS.map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {t(`strategy.tab.${each}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="vision" className={classes.sections}>
              <VisionSection key={product.id} product={product} view={view} onView={onView} />
            </Tabs.Panel>
            <Tabs.Panel value="canvases" className={classes.sections}>
              <Suspense fallback={<LoadingState rows={6} />}>
                <CanvasesSection key={product.id} product={product} view={view} onView={onView} />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="themes" className={classes.sections}>
              <Suspense fallback={<LoadingState rows={6} />}>
                <ThemesSection key={product.id} product={product} view={view} onView={onView} />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="objectives" className={classes.sections}>
              <ObjectivesSection product={product} view={view} onView={onView} />
            </Tabs.Panel>
            <Tabs.Panel value="lists" className={classes.sections}>
              <Suspense fallback={<LoadingState rows={6} />}>
                <ListsSection key={product.id} product={product} view={view} />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="prioritise">
              <Suspense fallback={<LoadingState rows={6} />}>
                <PrioritiseSection key={product.id} product={product} view={view} onView={onView} />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="stakeholders" className={classes.sections}>
              <Suspense fallback={<LoadingState rows={6} />}>
                <StakeholdersSection
                  key={product.id}
                  product={product}
                  view={view}
                  onView={onView}
                />
              </Suspense>
            </Tabs.Panel>
          </Tabs>
        )}
      </PageBody>
    </>
  );
}
