import { Alert, Group, Text } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { useMutationState } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Edits that could not be sent yet: named, kept, and sent again by themselves. */
export function UnsentBar() {
  const { t } = useTranslation();
  const unsent = useMutationState({
    filters: {
      status: "pending",
      predicate: ({ state }) => state.isPaused || state.failureCount > 0,
    },
    select: ({ meta }) => meta?.unsent,
  });
  const waiting = unsent.length > 0;
  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [waiting]);
  if (!waiting) return null;
  const names = [...new Set(unsent.filter((name) => name !== undefined))];
  return (
    <Alert color="yellow" radius={0} py="sm" icon={<IconCloudOff size={16} />} role="status">
      <Group gap="sm">
        <Text size="sm">{t("unsent.message", { count: unsent.length })}</Text>
        <Text size="sm" c="dimmed">
          {names.join(" · ")}
        </Text>
      </Group>
    </Alert>
  );
}
