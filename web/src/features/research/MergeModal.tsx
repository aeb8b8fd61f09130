import { Modal, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ObjectRef } from "@/api/types";
import { ObjectSearch } from "@/features/links/ObjectSearch";
import { relatedQuery } from "@/features/related/related";
import { KeyBadge } from "@/ui/KeyBadge";
import classes from "./MergeModal.module.css";
import type { Insight } from "./types";

interface Props {
  insight: Insight;
  onPick: (into: ObjectRef) => void;
  onClose: () => void;
}

/** Which insight says the same: those that seem to first, any other by search. */
export function MergeModal({ insight, onPick, onClose }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(relatedQuery(insight));
  const alike = data?.duplicates ?? [];
  return (
    <Modal opened onClose={onClose} title={t("merge.title", { key: insight.key })}>
      <Stack gap="md">
        <Text size="sm">{t("merge.counts")}</Text>
        <ObjectSearch kinds={["insight"]} excludeId={insight.id} onPick={onPick} />
        {alike.length > 0 && (
          <section>
            <Title order={3} fz="sm" mb={4}>
              {t("related.same")}
            </Title>
            {alike.map((like) => (
              <UnstyledButton key={like.id} className={classes.row} onClick={() => onPick(like)}>
                <KeyBadge value={like.key} />
                <span>{like.title}</span>
              </UnstyledButton>
            ))}
          </section>
        )}
      </Stack>
    </Modal>
  );
}
