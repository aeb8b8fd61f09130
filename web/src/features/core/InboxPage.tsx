import { Button, SegmentedControl } from "@mantine/core";
import { IconChecks, IconInbox, IconMessages } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { RemindedNow } from "@/features/reporting/reminders/RemindedNow";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { ChangeRow } from "./ChangeRow";
import { ItemRow } from "./ItemRow";
import { INBOX_TABS, type InboxItem, type InboxTab, inboxQuery } from "./inbox";
import { ObjectList } from "./list/ObjectList";
import { Section } from "./Section";
import { UpdateDue } from "./UpdateDue";

interface Props {
  tab: InboxTab;
  onTab: (tab: InboxTab) => void;
}

/** What happened to one's work, and what everybody said. */
export function InboxPage({ tab, onTab }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { data: inbox, error, refetch } = useQuery(inboxQuery);
  const items = inbox?.items ?? [];
  const whyWord = ({ why, also }: InboxItem) =>
    [t(`inbox.why.${why}` as "inbox.why.owner"), also > 0 && t("inbox.also", { count: also })]
      .filter(Boolean)
      .join(" · ");
  const newest = Math.max(0, ...items.map((item) => item.seq));
  const see = useMutation({
    mutationFn: (seq: number) => http.post<unknown>("/inbox/seen", { seq }),
    onSuccess: () => cache.invalidateQueries(inboxQuery),
  });
  return (
    <>
      <PageHeader
        narrow={tab === "mine"}
        title={t("nav.inbox")}
        lead={t("inbox.lead")}
        tools={
          <SegmentedControl
            size="xs"
            aria-label={t("inbox.which")}
            value={tab}
            onChange={(next) => onTab(INBOX_TABS.find((each) => each === next) ?? "mine")}
            data={INBOX_TABS.map((each) => ({ value: each, label: t(`inbox.tab.${each}`) }))}
          />
        }
        actions={
          tab === "mine" &&
          inbox &&
          inbox.unseen > 0 && (
            <Button
              variant="default"
              leftSection={<IconChecks size={16} aria-hidden />}
              loading={see.isPending}
              onClick={() => see.mutate(newest)}
            >
              {t("inbox.allSeen")}
            </Button>
          )
        }
      />
      <PageBody narrow={tab === "mine"}>
        {tab === "comments" ? (
          <ObjectList
            kind="comment"
            columns={["words", "title", "about", "by", "created_at", "resolved"]}
            empty={<EmptyState icon={IconMessages} sentence={t("inbox.commentsEmpty")} />}
          />
        ) : error && !inbox ? (
          <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
        ) : !inbox ? (
          <LoadingState />
        ) : items.length + inbox.updates_due.length === 0 ? (
          <EmptyState icon={IconInbox} sentence={t("inbox.empty")} />
        ) : (
          <>
            <RemindedNow />
            {inbox.updates_due.length > 0 && (
              <Section title={t("update.due")} empty="">
                {inbox.updates_due.map((item) => (
                  <ItemRow key={item.id} item={item} end={<UpdateDue item={item} />} />
                ))}
              </Section>
            )}
            {items.map((item) => (
              <ChangeRow
                key={item.id}
                change={item}
                namesObject
                why={whyWord(item)}
                isNew={item.unseen}
                excerpt={item.due.length > 0 ? undefined : item.excerpt}
                due={item.due}
              />
            ))}
          </>
        )}
      </PageBody>
    </>
  );
}
