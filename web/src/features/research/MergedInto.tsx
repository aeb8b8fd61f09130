import { Alert, Button, Group, Text } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useUnmerge } from "./merging";
import type { Insight } from "./types";

/** Says where a merged insight went, and takes it out again. */
export function MergedInto({ insight }: { insight: Insight }) {
  const { t } = useTranslation();
  const unmerge = useUnmerge();
  const { merged_into: into } = insight;
  if (!into) return null;
  return (
    <Alert icon={<IconArrowMerge size={18} />} title={t("merge.into", { key: into.key })}>
      <Text size="sm" mb="xs">
        {t("merge.counts")}
      </Text>
      <Group gap="md">
        <PeekLink kind="insight" id={into.id} objectKey={into.key} fz="sm">
          {into.key} {into.title}
        </PeekLink>
        {insight.can.edit && (
          <Button
            variant="default"
            size="compact-sm"
            loading={unmerge.isPending}
            onClick={() => unmerge.mutate(insight)}
          >
            {t("merge.unmerge")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
