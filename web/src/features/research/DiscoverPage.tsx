import { Button, Tabs } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/types";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { useKindWord } from "@/ui/kinds";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useCreate } from "@/ui/shell/useCreate";
import classes from "./DiscoverPage.module.css";
import { DiscoverTools } from "./DiscoverTools";
import { type DiscoverView, type OnView, TABS, type Tab } from "./discover";
import { IdeaList } from "./IdeaList";
import { InsightList } from "./InsightList";
import { OpportunityList } from "./OpportunityList";
import { useListKeys } from "./useListKeys";

interface Props {
  view: DiscoverView;
  onView: OnView;
}

const KIND: Record<Tab, Kind> = {
  insights: "insight",
  opportunities: "opportunity",
  ideas: "idea",
};

/** Evidence, the needs it shows, and what might answer them. */
export function DiscoverPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const kindWord = useKindWord();
  const { product, products, isPending } = useProduct();
  const list = useListKeys();
  const tab = view.tab ?? "insights";
  const lists = { insights: InsightList, opportunities: OpportunityList, ideas: IdeaList };
  const List = lists[tab];
  return (
    <>
      <PageHeader
        title={t("nav.discover")}
        lead={t("discover.lead")}
        actions={
          product?.can.contribute && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => create.open(KIND[tab])}
            >
              {t("create.title", { kind: kindWord(KIND[tab]).toLowerCase() })}
            </Button>
          )
        }
        tools={products.length > 1 && <ProductPicker />}
      />
      <PageBody>
        <Tabs
          value={tab}
          onChange={(next) =>
            onView(
              {
                tab: TABS.find((known) => known === next),
                source: undefined,
                tag: undefined,
                customer: undefined,
                status: undefined,
                sort: undefined,
              },
              false,
            )
          }
        >
          <Tabs.List mb="sm">
            {TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`discover.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        {isPending ? (
          <LoadingState />
        ) : !product ? (
          <EmptyState sentence={t("discover.noProduct")} />
        ) : (
          <>
            <DiscoverTools tab={tab} productId={product.id} view={view} onView={onView} />
            <div ref={list} className={classes.list}>
              <List
                productId={product.id}
                canAdd={product.can.contribute === true}
                view={view}
                onView={onView}
              />
            </div>
          </>
        )}
      </PageBody>
    </>
  );
}
