import { Button, Group, SegmentedControl, Tabs, Text } from "@mantine/core";
import { IconBulb, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/types";
import { NoProduct } from "@/features/core/NoProduct";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { RiskiestList } from "@/features/discovery/risks/RiskiestList";
import { TreeCanvas } from "@/features/discovery/tree/TreeCanvas";
import { ComparisonView } from "@/features/market/competitors/ComparisonView";
import { CoverageView } from "@/features/market/coverage/CoverageView";
import { useKindWord } from "@/ui/kinds";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { creatableFor } from "@/ui/shell/registry";
import { useCreate } from "@/ui/shell/useCreate";
import { useTabInView } from "@/ui/useTabInView";
import { DiscoverList } from "./DiscoverList";
import { COVERED_WITHIN, type DiscoverView, type OnView, SHAPES, TABS, type Tab } from "./discover";
import { HighlightsOfAll } from "./HighlightsOfAll";
import { InterviewsButton } from "./InterviewsButton";
import { ImportButton } from "./imports/ImportButton";
import { useWaiting } from "./inbox";
import { OpportunityList } from "./OpportunityList";
import { TriageInbox } from "./TriageInbox";

interface Props {
  view: DiscoverView;
  onView: OnView;
}

const KIND = {
  inbox: "insight",
  insights: "insight",
  highlights: "insight",
  opportunities: "opportunity",
  ideas: "idea",
  risks: "assumption",
  experiments: "experiment",
  customers: "customer",
  personas: "persona",
  jobs: "job_to_be_done",
  competitors: "competitor",
  coverage: "persona",
} as const satisfies Record<Tab, Kind>;

/** Evidence, the needs it shows, what might answer them, and whom it comes from. */
export function DiscoverPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const kindWord = useKindWord();
  const { product, products, isPending } = useProduct();
  const waiting = useWaiting().new;
  const tab = view.tab ?? "insights";
  const kind = KIND[tab];
  const shape = tab === "opportunities" ? (view.shape ?? "tree") : "list";
  const tabs = useTabInView(tab);
  const canAdd = product?.can.contribute === true;
  return (
    <>
      <PageHeader
        title={t("nav.discover")}
        lead={t("discover.lead")}
        actions={
          canAdd && (
            <>
              {tab === "insights" && <InterviewsButton />}
              <ImportButton />
              {creatableFor(kind) && (
                <Button
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => create.open(kind)}
                >
                  {t("create.title", { kind: kindWord(kind).toLowerCase() })}
                </Button>
              )}
            </>
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
                list: undefined,
                cell: undefined,
              },
              false,
            )
          }
        >
          <Tabs.List mb="sm" ref={tabs}>
            {TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`discover.${name}`)}
                {name === "inbox" && waiting > 0 && (
                  <Text span size="xs" c="dimmed" ml={6}>
                    {waiting}
                  </Text>
                )}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tab === "competitors" && view.shape === "list" && (
            <Group justify="flex-end" mb="sm">
              <ComparisonShape shape="list" onView={onView} />
            </Group>
          )}
          {tab === "opportunities" && (
            <Group justify="flex-end" mb="sm">
              <SegmentedControl
                size="xs"
                aria-label={t("discover.shape")}
                value={shape}
                onChange={(next) => onView({ shape: SHAPES.find((known) => known === next) })}
                data={[
                  { value: "tree", label: t("discover.tree") },
                  { value: "canvas", label: t("discover.canvas") },
                  { value: "list", label: t("discover.list") },
                ]}
              />
            </Group>
          )}
        </Tabs>
        {isPending ? (
          <LoadingState />
        ) : !product ? (
          <NoProduct icon={IconBulb} sentence={t("discover.noProduct")} />
        ) : tab === "inbox" ? (
          <TriageInbox key={product.id} productId={product.id} />
        ) : tab === "highlights" ? (
          <HighlightsOfAll key={product.id} productId={product.id} />
        ) : tab === "coverage" ? (
          <CoverageView
            productId={product.id}
            days={view.days ?? COVERED_WITHIN}
            cell={view.cell}
            onView={onView}
          />
        ) : tab === "competitors" && view.shape !== "list" ? (
          <ComparisonView
            key={product.id}
            productId={product.id}
            productTitle={product.title}
            canAdd={canAdd}
            tools={<ComparisonShape shape="grid" onView={onView} />}
          />
        ) : shape === "canvas" ? (
          <TreeCanvas key={product.id} productId={product.id} />
        ) : tab === "risks" ? (
          <RiskiestList productId={product.id} />
        ) : shape === "tree" ? (
          <OpportunityList productId={product.id} canAdd={canAdd} />
        ) : (
          <DiscoverList key={kind} kind={kind} productId={product.id} canAdd={canAdd} />
        )}
      </PageBody>
    </>
  );
}

function ComparisonShape({ shape, onView }: { shape: "grid" | "list"; onView: OnView }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("comparison.shape")}
      value={shape}
      onChange={(next) => onView({ shape: SHAPES.find((known) => known === next) })}
      data={[
        { value: "grid", label: t("comparison.title") },
        { value: "list", label: t("discover.list") },
      ]}
    />
  );
}
