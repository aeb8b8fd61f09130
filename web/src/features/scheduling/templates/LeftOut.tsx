import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/shown";

interface Props {
  said: string;
  left: readonly Schemas["NotTaken"][];
}

/** What a template could not keep, or a plan not take from it; nothing where all of it fits. */
export function LeftOut({ said, left }: Props) {
  const { t } = useTranslation();
  if (left.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {said}
      </Text>
      <List size="sm" className="nl-title">
        {left.map(({ what, name, items }) => (
          <List.Item key={`${what} ${name}`}>
            {t(name ? `template.left.${what}` : `template.left.${what}Unknown`, {
              name,
              count: items,
            })}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
