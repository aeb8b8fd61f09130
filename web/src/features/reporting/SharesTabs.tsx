import { Anchor, Tabs, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import { isReference } from "@/features/core/list/values";
import { EmptyState } from "@/ui/EmptyState";
import type { ListItem } from "@/ui/list/types";
import { PeekLink } from "@/ui/PeekLink";
import { useTabInView } from "@/ui/useTabInView";
import { AudiencesModal } from "./AudiencesModal";
import { SharesPage } from "./SharesPage";
import { SHARE_TABS, type ShareTab } from "./shares";

interface Props {
  tab: ShareTab;
  onTab: (tab: ShareTab) => void;
}

/** What each tab that is a list lists, with which columns at first. */
const LISTED = {
  list: {
    kind: "share",
    columns: ["title", "state", "view", "of", "audience", "looks", "last_look", "expires_at"],
  },
  audiences: {
    kind: "audience",
    columns: ["title", "group", "product", "sees", "precision", "layout"],
  },
  digests: {
    kind: "digest",
    columns: ["title", "on", "frequency", "audience", "to", "next_at", "last_sent"],
  },
} as const;

const asWords = (field: string) => (item: ListItem) => {
  const of = item.fields[field];
  return isReference(of) ? of.title : null;
};

/** Who reads what outside: share links, and as lists the links, the audiences and the digests of all products. */
export function SharesTabs({ tab, onTab }: Props) {
  const { t } = useTranslation();
  const tabs = useTabInView(tab);
  const [opened, setOpened] = useState<ListItem>();
  const cells: Record<string, Record<string, (item: ListItem) => ReactNode>> = {
    share: {
      title: (item) => (
        <Text span size="sm">
          {item.title}
        </Text>
      ),
      audience: asWords("audience"),
    },
    audience: {
      title: (item) =>
        item.can.edit ? (
          <Anchor component="button" fz="sm" c="inherit" onClick={() => setOpened(item)}>
            {item.title}
          </Anchor>
        ) : (
          item.title
        ),
    },
    digest: {
      title: (item) => <StakeholderLink item={item} />,
      audience: asWords("audience"),
    },
  };
  const product = opened?.fields.product;
  return (
    <Tabs
      value={tab}
      onChange={(next) => onTab(SHARE_TABS.find((each) => each === next) ?? "links")}
      keepMounted={false}
    >
      <Tabs.List ref={tabs} mb="md">
        {SHARE_TABS.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`share.tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab}>
        {tab === "links" ? (
          <SharesPage />
        ) : (
          <ObjectList
            key={tab}
            kind={LISTED[tab].kind}
            columns={LISTED[tab].columns}
            cells={cells[LISTED[tab].kind]}
            empty={<EmptyState sentence={t(`share.listEmpty.${tab}`)} />}
          />
        )}
      </Tabs.Panel>
      {opened && isReference(product) && (
        <AudiencesModal
          productId={product.id}
          first={opened.id}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Tabs>
  );
}

/** A digest is arranged on the page of its reader. */
function StakeholderLink({ item }: { item: ListItem }) {
  const of = item.fields.stakeholder;
  if (!isReference(of)) return item.title;
  return (
    <PeekLink kind="stakeholder" id={of.id} objectKey={of.key} fz="sm" c="inherit">
      {item.title}
    </PeekLink>
  );
}
