import { Group, Text } from "@mantine/core";
import classes from "./TagList.module.css";

interface Props {
  tags: readonly string[];
}

const SHOWN = 3;

export function TagList({ tags }: Props) {
  return (
    <Group gap={4} wrap="nowrap">
      {tags.slice(0, SHOWN).map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
      {tags.length > SHOWN && (
        <Text span size="xs" c="dimmed" title={tags.slice(SHOWN).join(", ")}>
          +{tags.length - SHOWN}
        </Text>
      )}
    </Group>
  );
}
