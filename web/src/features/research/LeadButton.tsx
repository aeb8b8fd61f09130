import { Button, CloseButton, Group, Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ObjectRef } from "@/api/types";
import { BulkDeed } from "@/features/core/list/BulkDeed";
import type { Chosen } from "@/features/core/list/ObjectList";
import { ObjectSearch } from "@/features/links/ObjectSearch";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";

/** Lets the chosen passages speak for another opportunity or idea. */
export function LeadButton({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowRight size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("highlight.lead")}
      </Button>
      {isOpen && <LeadModal chosen={chosen} onClose={() => setOpen(false)} />}
    </>
  );
}

function LeadModal({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const { t } = useTranslation();
  const [target, setTarget] = useState<ObjectRef>();
  return (
    <BulkDeed
      list={chosen.list}
      chosen={chosen.rows}
      title={t("highlight.leadMany", { count: chosen.rows.length })}
      verb={t("highlight.leadThere")}
      wanted={target && { fields: { target_kind: target.kind, target_id: target.id } }}
      isShown
      onClose={onClose}
      onApply={chosen.apply}
    >
      {target ? (
        <Group gap="sm" wrap="nowrap">
          <KindIcon kind={target.kind} />
          <KeyBadge value={target.key} />
          <Text size="sm" fw={500} lineClamp={2}>
            {target.title}
          </Text>
          <CloseButton
            size="sm"
            autoFocus
            aria-label={t("highlight.leadElsewhere")}
            onClick={() => setTarget(undefined)}
          />
        </Group>
      ) : (
        <ObjectSearch kinds={["opportunity", "idea"]} onPick={setTarget} />
      )}
      <Text size="sm" c="dimmed">
        {t("highlight.leadMeans")}
      </Text>
    </BulkDeed>
  );
}
