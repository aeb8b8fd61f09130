import { Badge, Button, Tabs, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconExternalLink,
  IconMessage,
  IconMessages,
  IconNews,
  IconThumbUp,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ObjectList } from "@/features/core/list/ObjectList";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useTabInView } from "@/ui/useTabInView";
import { ChangelogTab } from "./ChangelogTab";
import { JudgeButtons } from "./JudgeButtons";
import { OpenPortal } from "./OpenPortal";
import { type Portal, portalQuery, TABS, type Tab, waitingQuery } from "./portals";
import { SettingsTab } from "./SettingsTab";
import { useDeed } from "./useDeed";
import { WaitingTab } from "./WaitingTab";

interface Props {
  tab: Tab;
  onTab: (tab: Tab) => void;
}

/** What customers wish for in public: what waits, the posts, the changelog, how the portal works. */
export function PortalPage({ tab, onTab }: Props) {
  const { t } = useTranslation();
  const [opened, opening] = useDisclosure();
  const { product, isPending } = useProduct();
  const { data: portal, error } = useQuery(portalQuery(product?.id ?? ""));
  const maySteer = product?.can.edit === true || product?.can.steer === true;
  const isClosed = Boolean(portal?.archived_at);
  return (
    <>
      <PageHeader
        title={t("portal.title")}
        lead={t("portal.lead")}
        tools={<ProductPicker />}
        actions={
          portal &&
          !isClosed && (
            <Button
              component="a"
              href={`/p/${portal.slug}`}
              target="_blank"
              rel="noopener"
              variant="default"
              rightSection={<IconExternalLink size={16} aria-hidden />}
            >
              {t("portal.visit")}
            </Button>
          )
        }
      />
      <PageBody>
        {error && portal === undefined ? (
          <ErrorState title={error.title} detail={error.detail} />
        ) : isPending || (product && portal === undefined) ? (
          <LoadingState />
        ) : !product || !portal ? (
          <EmptyState
            icon={IconMessages}
            sentence={t("portal.none", { product: product?.title ?? "" })}
            action={maySteer && <Button onClick={opening.open}>{t("portal.open")}</Button>}
            example={t("portal.noneExample")}
          />
        ) : isClosed ? (
          <Closed portal={portal} />
        ) : (
          <OpenTabs portal={portal} tab={tab} onTab={onTab} />
        )}
      </PageBody>
      {opened && product && <OpenPortal product={product} onClose={opening.close} />}
    </>
  );
}

function OpenTabs({ portal, tab, onTab }: Props & { portal: Portal }) {
  const { t } = useTranslation();
  const { data: waiting } = useQuery(waitingQuery(portal.id));
  const count = waiting
    ? waiting.posts.length + waiting.comments.length + waiting.proposals.length
    : 0;
  const tabs = useTabInView(tab);
  const known = TABS.filter((name) => name !== "settings" || portal.can.edit);
  return (
    <Tabs value={tab} onChange={(next) => onTab(TABS.find((name) => name === next) ?? "waiting")}>
      <Tabs.List ref={tabs} mb="md">
        {known.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            rightSection={
              name === "waiting" && count > 0 ? (
                <Badge size="sm" circle={count < 10}>
                  {count}
                </Badge>
              ) : undefined
            }
          >
            {t(`portal.tab_${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab}>
        {tab === "waiting" && <WaitingTab portal={portal} />}
        {tab === "posts" && (
          <ObjectList
            key={tab}
            kind="post"
            productId={portal.product_id}
            columns={["title", "state", "status", "category", "votes", "comments", "shown_at"]}
            empty={<EmptyState icon={IconMessages} sentence={t("portal.postsEmpty")} />}
          />
        )}
        {tab === "votes" && (
          <ObjectList
            key={tab}
            kind="vote"
            productId={portal.product_id}
            columns={["title", "whose", "customer", "segment", "visitor", "verified", "created_at"]}
            empty={<EmptyState icon={IconThumbUp} sentence={t("portal.votesEmpty")} />}
          />
        )}
        {tab === "comments" && (
          <ObjectList
            key={tab}
            kind="post_comment"
            productId={portal.product_id}
            columns={["title", "words", "state", "visitor", "official", "created_at"]}
            empty={<EmptyState icon={IconMessage} sentence={t("portal.commentsEmpty")} />}
            bulk={portal.can.moderate ? (chosen) => <JudgeButtons chosen={chosen} /> : undefined}
          />
        )}
        {tab === "changelog" && <ChangelogTab portal={portal} />}
        {tab === "entries" && (
          <ObjectList
            key={tab}
            kind="changelog_entry"
            productId={portal.product_id}
            columns={["title", "sort", "day", "published_at"]}
            empty={<EmptyState icon={IconNews} sentence={t("portal.changelogEmpty")} />}
          />
        )}
        {tab === "settings" && portal.can.edit && (
          <SettingsTab key={portal.version} portal={portal} />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

function Closed({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const reopen = () =>
    act(t("portal.reopened"), () =>
      http.delete(`/portals/${portal.id}/archival`, { version: portal.version }),
    );
  return (
    <EmptyState
      icon={IconMessages}
      sentence={t("portal.closed")}
      action={
        portal.can.edit && (
          <Button loading={isPending} onClick={reopen}>
            {t("portal.reopen")}
          </Button>
        )
      }
      example={<Text size="sm">{`/p/${portal.slug}`}</Text>}
    />
  );
}
