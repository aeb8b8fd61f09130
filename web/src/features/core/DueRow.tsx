import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { DueLine } from "./inbox";

/** Something of one's own, and when it is due. */
export function DueRow({ line }: { line: DueLine }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const on = figures.date(line.on);
  return (
    <Text size="sm" component="div">
      <PeekLink kind={line.kind} id={line.id} objectKey={line.key} fz="sm">
        {line.key} {line.title}
      </PeekLink>{" "}
      <Text span size="sm" c="dimmed">
        · {line.since ? t("update.dueOn", { date: on, since: figures.date(line.since) }) : on}
      </Text>
    </Text>
  );
}
