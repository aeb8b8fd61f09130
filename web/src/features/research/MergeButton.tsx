import { Button } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ObjectRef } from "@/api/types";
import { useMerge } from "./merging";

interface Props {
  id: string;
  into: ObjectRef;
}

/** Merges an insight into one that may say the same. */
export function MergeButton({ id, into }: Props) {
  const { t } = useTranslation();
  const merge = useMerge();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={merge.isPending}
      leftSection={<IconArrowMerge size={14} aria-hidden />}
      aria-label={t("merge.intoNamed", { key: into.key })}
      title={t("merge.counts")}
      onClick={() => merge.mutate({ id, into })}
    >
      {t("merge.verb")}
    </Button>
  );
}
