import { ActionIcon, Group, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useLagText } from "../useLagText";
import type { Crossing } from "./programme";
import { useCrossDeeds } from "./useCrossDeeds";

interface Props {
  link: Crossing;
  canEdit: boolean;
}

/** A link with an item of another project, of which only those are told who may read it. */
export function CrossingRow({ link, canEdit }: Props) {
  const { t } = useTranslation();
  const lag = useLagText();
  const { part } = useCrossDeeds();
  const { item, project, kind } = link;
  return (
    <Group gap="sm" wrap="nowrap">
      {item && project ? (
        <>
          <KeyBadge value={item.key} />
          <Text size="sm" truncate flex={1} component="span">
            <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm">
              {item.title}
            </PeekLink>{" "}
            <Text span size="xs" c="dimmed">
              {project.title}
            </Text>
          </Text>
        </>
      ) : (
        <Text size="sm" c="dimmed" flex={1}>
          {t("programme.unreadable")}
        </Text>
      )}
      <Text size="xs" c="dimmed" className="tabular">
        {kind}
        {lag(link)}
      </Text>
      {canEdit && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t("item.unlink", { name: item?.key ?? t("programme.unreadable") })}
          onClick={() => part.mutate(link)}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}
