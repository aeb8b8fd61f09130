import { ActionIcon, Group, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { LinkField } from "../LinkField";
import type { Crossing } from "./programme";
import { useCrossDeeds } from "./useCrossDeeds";

interface Props {
  link: Crossing;
}

/** A link with an item of another project, of which only those are told who may read it. It is changed from either item by
 * whoever plans the one that waits. */
export function CrossingRow({ link }: Props) {
  const { t } = useTranslation();
  const { alter, part } = useCrossDeeds();
  const { item, project, can } = link;
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
      <LinkField
        link={link}
        name={item?.key ?? t("programme.unreadable")}
        canEdit={can.edit === true}
        onChange={(how) => alter.mutate({ link, how })}
      />
      {can.edit && (
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
