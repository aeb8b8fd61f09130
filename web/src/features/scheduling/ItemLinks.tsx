import { ActionIcon, Group, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { LinkField } from "./LinkField";
import type { Edit, WorkItem } from "./plan";
import { AddCrossing } from "./programme/AddCrossing";
import { CrossingRow } from "./programme/CrossingRow";

interface Props {
  item: WorkItem;
  canEdit: boolean;
  onEdit: (edit: Edit) => void;
}

/** What the item waits for, and what waits for it. */
export function ItemLinks({ item, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const sides = [
    { word: t("item.waitsFor"), other: "before", own: "after" },
    { word: t("item.before"), other: "after", own: "before" },
  ] as const;
  return (
    <Group align="flex-start" gap="xl" mb="md">
      {sides.map(({ word, other, own }) => {
        const links = item.links.filter((link) => link[own].id === item.id);
        const crossing = item.crossing.filter(({ end }) => end === own);
        return (
          <section key={other} style={{ flex: "1 1 240px", minWidth: 0 }}>
            <Title order={2} fz="sm" mb={4}>
              {word}
            </Title>
            {links.length + crossing.length === 0 && (
              <Text size="sm" c="dimmed">
                {t("item.nothing")}
              </Text>
            )}
            {links.map((link) => (
              <Group key={link.id} gap="sm" wrap="nowrap">
                <KeyBadge value={link[other].key} />
                <PeekLink
                  kind="work_item"
                  id={link[other].id}
                  objectKey={link[other].key}
                  fz="sm"
                  truncate
                  flex={1}
                  miw={0}
                >
                  {link[other].title}
                </PeekLink>
                <LinkField
                  link={link}
                  name={link[other].key}
                  canEdit={canEdit}
                  onChange={(how) => onEdit({ op: "relink", id: link.id, ...how })}
                />
                {canEdit && (
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t("item.unlink", { name: link[other].key })}
                    onClick={() => onEdit({ op: "unlink", id: link.id })}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                )}
              </Group>
            ))}
            {crossing.map((link) => (
              <CrossingRow key={link.id} link={link} />
            ))}
            {canEdit && own === "after" && <AddCrossing item={item} />}
          </section>
        );
      })}
    </Group>
  );
}
