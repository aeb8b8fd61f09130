import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./LinksPanel.module.css";
import { type Link, otherEnd, useRemoveLink } from "./links";
import { useLinkSentence } from "./useLinkSentence";

interface Props {
  link: Link;
  objectId: string;
  canEdit: boolean;
}

export function LinkRow({ link, objectId, canEdit }: Props) {
  const { t } = useTranslation();
  const sentence = useLinkSentence();
  const { isForward, other } = otherEnd(link, objectId);
  const remove = useRemoveLink(() => t("links.removed", { name: other.key }));
  return (
    <li className={classes.row}>
      <Text size="xs" c="dimmed" truncate>
        {sentence(link.type, isForward ? "forward" : "backward")}
      </Text>
      <KindIcon kind={other.kind} />
      <KeyBadge value={other.key} />
      <PeekLink
        kind={other.kind}
        id={other.id}
        objectKey={other.key}
        fz="sm"
        className={classes.title}
      >
        {other.title}
      </PeekLink>
      {canEdit && (
        <Tooltip label={t("links.remove", { name: other.key })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            className={classes.remove}
            aria-label={t("links.remove", { name: other.key })}
            loading={remove.isPending}
            onClick={() => remove.mutate(link)}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
