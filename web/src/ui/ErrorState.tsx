import { Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./State.module.css";

interface Props {
  /** What happened. */
  title: string;
  /** What was not done, and what to do next. */
  detail: string;
  action?: ReactNode;
}

export function ErrorState({ title, detail, action }: Props) {
  return (
    <Stack className={classes.state} role="alert" gap="sm">
      <IconAlertTriangle className={classes.bad} size={28} stroke={1.5} aria-hidden />
      <Title order={2}>{title}</Title>
      {detail && <Text c="dimmed">{detail}</Text>}
      {action && <div className={classes.action}>{action}</div>}
    </Stack>
  );
}
