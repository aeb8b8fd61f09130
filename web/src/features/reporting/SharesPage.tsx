import { Badge, Button, Group, Table, Text } from "@mantine/core";
import { IconShare2 } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { HiddenHead } from "@/ui/table/HiddenHead";
import stacked from "@/ui/table/Stacked.module.css";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { EditShare } from "./EditShare";
import { ShareLooks } from "./ShareLooks";
import { type Share, sharesQuery } from "./shares";

export function SharesPage() {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const [edited, setEdited] = useState<Share>();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(sharesQuery);
  const shares = data?.pages.flatMap(({ items }) => items);
  const close = useMutation({
    mutationFn: (share: Share) => http.delete<Share>(`/shares/${share.id}`),
    onSuccess: (share) => {
      toast.done(t("share.closed", { title: share.title }));
      return cache.invalidateQueries(sharesQuery);
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
  const ask = async (share: Share) => {
    const isMeant = await confirm({
      title: t("share.closeTitle", { title: share.title }),
      detail: t("share.closeDetail"),
      verb: t("share.close"),
    });
    if (isMeant) close.mutate(share);
  };
  if (error && !shares) return <ErrorState title={error.title} detail={error.detail} />;
  if (!shares) return <LoadingState />;
  if (shares.length === 0) return <EmptyState icon={IconShare2} sentence={t("share.empty")} />;
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("share.listLead")}
      </Text>
      <Table.ScrollContainer minWidth={640} classNames={{ scrollContainerInner: stacked.inner }}>
        <Table verticalSpacing="sm" className={stacked.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("share.title")}</Table.Th>
              <Table.Th>{t("share.what")}</Table.Th>
              <Table.Th>{t("share.seen")}</Table.Th>
              <Table.Th>{t("share.by")}</Table.Th>
              <Table.Th>{t("share.until")}</Table.Th>
              <HiddenHead w={180} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shares.map((share) => (
              <Table.Tr key={share.id}>
                <Table.Td>
                  {share.title}{" "}
                  {share.has_password && (
                    <Badge variant="default" size="sm">
                      {t("share.password")}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>
                  {t(`share.viewName.${share.view as "roadmap"}`)}
                  {share.audience && ` · ${share.audience.title}`}
                  {share.frozen && ` · ${t("share.isFrozen")}`}
                  {share.framed_by.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {t("share.framedBySites", { sites: share.framed_by.join(", ") })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td data-called={t("share.seen")}>
                  {share.looks > 0 ? <ShareLooks share={share} /> : t("share.unseen")}
                </Table.Td>
                <Table.Td data-called={t("share.by")}>
                  {share.created_by.name}, {figures.date(share.created_at)}
                </Table.Td>
                <Table.Td data-called={t("share.until")}>
                  {share.expires_at ? figures.date(share.expires_at) : t("share.noEnd")}
                </Table.Td>
                <Table.Td align="right">
                  {share.revoked_at ? (
                    <Text size="sm" c="dimmed">
                      {t("share.isClosed")}
                    </Text>
                  ) : (
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`${t("share.edit")}: ${share.title}`}
                        onClick={() => setEdited(share)}
                      >
                        {t("share.edit")}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`${t("share.close")}: ${share.title}`}
                        onClick={() => void ask(share)}
                      >
                        {t("share.close")}
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {hasNextPage && (
        <Group mt="sm">
          <Button
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t("share.more")}
          </Button>
        </Group>
      )}
      {edited && <EditShare share={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}
