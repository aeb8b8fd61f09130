import { ActionIcon, Group, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import type { Edit, WorkItem } from "./plan";
import { useDurationText } from "./useDurationText";

interface Props {
  item: WorkItem;
  canEdit: boolean;
  onEdit: (edit: Edit) => void;
}

/** What the item waits for, and what waits for it. */
export function ItemLinks({ item, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const durationText = useDurationText();
  const lag = ({ lag_minutes, lag_unit }: WorkItem["links"][number]) => {
    if (lag_minutes === 0) return "";
    const sign = lag_minutes > 0 ? "+" : "−";
    const size = Math.abs(lag_minutes);
    return `${sign}${lag_unit === "percent" ? `${size} %` : durationText(size)}`;
  };
  const sides = [
    { word: t("item.waitsFor"), other: "before", own: "after" },
    { word: t("item.before"), other: "after", own: "before" },
  ] as const;
  return (
    <Group align="flex-start" gap="xl" mb="md">
      {sides.map(({ word, other, own }) => {
        const links = item.links.filter((link) => link[own].id === item.id);
        return (
          <section key={other} style={{ flex: "1 1 240px" }}>
            <Title order={2} fz="sm" mb={4}>
              {word}
            </Title>
            {links.length === 0 && (
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
                >
                  {link[other].title}
                </PeekLink>
                <Text size="xs" c="dimmed" className="tabular">
                  {link.kind}
                  {lag(link)}
                </Text>
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
          </section>
        );
      })}
    </Group>
  );
}
