import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ItemRow } from "@/features/core/ItemRow";
import { type Merged, mergedQuery, useUnmerge } from "./merging";
import type { Insight } from "./types";

interface Props {
  insight: Insight;
  canEdit: boolean;
}

/** What was merged into the insight, and whom that came from; each can be taken out again. */
export function MergedList({ insight, canEdit }: Props) {
  const { t } = useTranslation();
  const { data: merged } = useQuery(mergedQuery(insight.id));
  if (!merged || merged.length === 0) return null;
  return (
    <section aria-label={t("merge.merged")}>
      <Title order={2} fz="sm" mb={4}>
        {t("merge.merged")}
      </Title>
      {merged.map((row) => (
        <Row key={row.insight.id} row={row} canEdit={canEdit} />
      ))}
    </section>
  );
}

function Row({ row, canEdit }: { row: Merged; canEdit: boolean }) {
  const { t } = useTranslation();
  const unmerge = useUnmerge();
  const { insight, customer, version } = row;
  return (
    <ItemRow
      item={insight}
      end={
        <>
          {customer && (
            <Text span size="xs" c="dimmed">
              {customer.title}
            </Text>
          )}
          {canEdit && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={unmerge.isPending}
              aria-label={t("merge.unmergeNamed", { key: insight.key })}
              onClick={() => unmerge.mutate({ id: insight.id, version })}
            >
              {t("merge.unmerge")}
            </Button>
          )}
        </>
      }
    />
  );
}
