import { Stack, Text } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./State.module.css";

interface Props {
  icon?: TablerIcon;
  /** One sentence: what belongs here. */
  sentence: string;
  /** The one thing to do first. */
  action?: ReactNode;
  /** One example to load or read. */
  example?: ReactNode;
}

export function EmptyState({ icon: Icon, sentence, action, example }: Props) {
  return (
    <Stack className={classes.state} gap="sm" align="center">
      {Icon && <Icon className={classes.quiet} size={28} stroke={1.5} aria-hidden />}
      <Text size="lg" className={classes.sentence}>
        {sentence}
      </Text>
      {action && <div className={classes.action}>{action}</div>}
      {example && (
        <Text c="dimmed" size="sm" component="div">
          {example}
        </Text>
      )}
    </Stack>
  );
}
