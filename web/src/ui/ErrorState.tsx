import { Button, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconMapOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./State.module.css";

interface Props {
  /** What happened. */
  title: string;
  /** What was not done, and what to do next. */
  detail: string;
  action?: ReactNode;
  /** Where asking again may help. */
  onRetry?: () => void;
  /** Nothing broke: there is only nothing there. */
  isQuiet?: boolean;
}

export function ErrorState({ title, detail, action, onRetry, isQuiet = false }: Props) {
  const { t } = useTranslation();
  const deed = onRetry ? <Button onClick={onRetry}>{t("retry")}</Button> : action;
  return (
    <Stack className={classes.state} role="alert" gap="sm" align="center">
      {isQuiet ? (
        <IconMapOff className={classes.quiet} size={28} stroke={1.5} aria-hidden />
      ) : (
        <IconAlertTriangle className={classes.bad} size={28} stroke={1.5} aria-hidden />
      )}
      <Title order={2}>{title}</Title>
      {detail && <Text c="dimmed">{detail}</Text>}
      {deed && <div className={classes.action}>{deed}</div>}
    </Stack>
  );
}
