import { Button, Group, Text } from "@mantine/core";
import { randomId } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { t } from "./words/words";

interface Act {
  label: string;
  run: () => void;
}

/** Says what was done, with the one thing one may want next: undo or open. */
export const toast = {
  done: (message: string, act?: Act) => show(message, act, "done"),
  failed: (message: string, act?: Act) => show(message, act, "failed"),
  /** Stays until it is answered; said once however often it happens. */
  standing: (id: string, message: string, act: Act) => show(message, act, "failed", id),
};

function show(
  message: string,
  act: Act | undefined,
  outcome: "done" | "failed",
  standing?: string,
): void {
  // Not crypto.randomUUID: a server reached over plain http has none.
  const id = standing ?? randomId();
  notifications.show({
    id,
    autoClose: standing ? false : outcome === "failed" || act ? 10_000 : 5_000,
    color: outcome === "failed" ? "red" : "north",
    closeButtonProps: { "aria-label": t("close") },
    icon: outcome === "failed" ? <IconAlertTriangle size={16} /> : <IconCheck size={16} />,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        {act && (
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              act.run();
            }}
          >
            {act.label}
          </Button>
        )}
      </Group>
    ),
  });
}
