import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./PageHeader.module.css";

interface Props {
  title: ReactNode;
  /** What this page is for, in a few words. */
  lead?: ReactNode;
  /** Filters and view switches, under the title. */
  tools?: ReactNode;
  /** The page's own actions, at the right. */
  actions?: ReactNode;
  /** As wide as a narrow PageBody. */
  narrow?: boolean;
}

export function PageHeader({ title, lead, tools, actions, narrow = false }: Props) {
  return (
    <header className={narrow ? `${classes.header} ${classes.narrow}` : classes.header}>
      <Group justify="space-between" align="center" gap="md">
        <div className={classes.title}>
          <Title order={1}>{title}</Title>
          {lead && (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
        </div>
        {actions && (
          <Group gap="sm" className={classes.actions}>
            {actions}
          </Group>
        )}
      </Group>
      {tools && (
        <Group gap="sm" mt="md">
          {tools}
        </Group>
      )}
    </header>
  );
}
