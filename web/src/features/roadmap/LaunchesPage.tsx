import { Button, Group, Stack, Tabs } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconListCheck, IconPlus, IconSpeakerphone } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useCreate } from "@/ui/shell/useCreate";
import { useTabInView } from "@/ui/useTabInView";
import { LaunchCard } from "./LaunchCard";
import { LAUNCH_TABS, type LaunchTab, launchesQuery } from "./launches";
import { TemplatesModal } from "./TemplatesModal";

interface Props {
  tab: LaunchTab;
  onTab: (tab: LaunchTab) => void;
}

/** What each tab that is a list lists, with which columns at first. */
const LISTED = {
  list: { kind: "launch", columns: ["title", "day", "state", "owner", "points_done", "points"] },
  steps: {
    kind: "launch_step",
    columns: ["title", "launch", "due", "state", "owner"],
  },
  reviews: {
    kind: "outcome_review",
    columns: ["title", "initiative", "due", "key_result", "verdict", "decided_by"],
  },
  milestones: { kind: "milestone", columns: ["title", "day", "lane"] },
  templates: { kind: "launch_template", columns: ["title", "points", "updated_at"] },
} as const;

/** Every launch of a product: when, what, how far its checklist is, and what came of it; and the milestones beside. */
export function LaunchesPage({ tab, onTab }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const tabs = useTabInView(tab);
  const [opened, templates] = useDisclosure();
  const { product, isPending } = useProduct();
  const mayEdit = product?.can.edit === true || product?.can.steer === true;
  const adding = tab === "milestones" ? "milestone" : "launch";
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => create.open(adding)}>
      {t(tab === "milestones" ? "kind.milestone" : "launch.add")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("launch.title")}
        lead={t("launch.lead")}
        tools={
          <>
            <Tabs
              value={tab}
              onChange={(next) => onTab(LAUNCH_TABS.find((each) => each === next) ?? "cards")}
            >
              <Tabs.List ref={tabs}>
                {LAUNCH_TABS.map((each) => (
                  <Tabs.Tab key={each} value={each}>
                    {t(`launch.tab.${each}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs>
            <ProductPicker />
          </>
        }
        actions={
          <>
            {mayEdit && (
              <Button
                variant="default"
                leftSection={<IconListCheck size={16} aria-hidden />}
                onClick={templates.open}
              >
                {t("launch.templates")}
              </Button>
            )}
            {add}
          </>
        }
      />
      <PageBody>
        {isPending ? (
          <LoadingState />
        ) : tab === "cards" || !product ? (
          <Cards productId={product?.id} add={add} />
        ) : (
          <ObjectList
            key={tab}
            {...LISTED[tab]}
            productId={product.id}
            empty={<EmptyState icon={IconSpeakerphone} sentence={t(`launch.none.${tab}`)} />}
          />
        )}
      </PageBody>
      {opened && product && <TemplatesModal productId={product.id} onClose={templates.close} />}
    </>
  );
}

function Cards({ productId, add }: { productId: string | undefined; add: ReactNode }) {
  const { t } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...launchesQuery(productId ?? ""),
    enabled: productId !== undefined,
  });
  const found = data?.pages.flatMap(({ items }) => items);
  if (error && !found) return <ErrorState title={error.title} detail={error.detail} />;
  if (productId && !found) return <LoadingState />;
  if (!found || found.length === 0) {
    return (
      <EmptyState
        icon={IconSpeakerphone}
        sentence={t("launch.empty")}
        action={add}
        example={t("launch.example")}
      />
    );
  }
  return (
    <Stack gap="sm">
      {found.map((launch) => (
        <LaunchCard key={launch.id} launch={launch} />
      ))}
      {hasNextPage && (
        <Group>
          <Button variant="default" onClick={() => void fetchNextPage()}>
            {t("promise.more")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
