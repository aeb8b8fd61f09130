import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import type { ReactNode } from "react";
import { t } from "./words/words";

interface Question {
  title: string;
  /** What will change, before it changes. */
  detail: ReactNode;
  /** The deed as a verb: "Suspend", never "OK". */
  verb: string;
  isDestructive?: boolean;
}

/** Asks before a destructive or wide action; answers whether to go on. */
export function confirm({ title, detail, verb, isDestructive = true }: Question): Promise<boolean> {
  return new Promise((answer) =>
    modals.openConfirmModal({
      title,
      children: typeof detail === "string" ? <Text size="sm">{detail}</Text> : detail,
      labels: { confirm: verb, cancel: t("cancel") },
      confirmProps: isDestructive ? { color: "red" } : {},
      onConfirm: () => answer(true),
      onClose: () => answer(false),
      onCancel: () => answer(false),
    }),
  );
}
