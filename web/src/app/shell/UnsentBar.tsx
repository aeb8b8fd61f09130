import { Alert, Group, Text } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { type Mutation, onlineManager, useMutationState } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

/** Edits that could not be sent yet: named, kept, and sent again by themselves. */
export function UnsentBar() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
  );
  const pending = useMutationState({ filters: { status: "pending" }, select: sending });
  // Edits also wait for one before them of the same thing, which is nothing to tell unless that one cannot be sent.
  const isStuck = pending.some(({ isPaused, failed }) => failed || (isPaused && !online));
  const unsent = pending.filter(({ isPaused, failed }) => failed || isPaused);
  // Whoever leaves loses them either way.
  const waiting = unsent.length > 0;
  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [waiting]);
  if (!isStuck) return null;
  const names = [...new Set(unsent.flatMap(({ name }) => name ?? []))];
  return (
    <Alert
      variant="default"
      radius={0}
      py="sm"
      icon={<IconCloudOff size={16} color="var(--nl-warning)" />}
      role="status"
    >
      <Group gap="sm">
        <Text size="sm">{t("unsent.message", { count: unsent.length })}</Text>
        <Text size="sm" c="dimmed">
          {names.join(" · ")}
        </Text>
      </Group>
    </Alert>
  );
}

function sending({ state, meta }: Mutation) {
  return { isPaused: state.isPaused, failed: state.failureCount > 0, name: meta?.unsent };
}
