import { Text } from "@mantine/core";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { DueLine } from "./inbox";

/** Something of one's own, and when it is due. */
export function DueRow({ line }: { line: DueLine }) {
  const figures = useFigures();
  return (
    <Text size="sm" component="div">
      <PeekLink kind={line.kind} id={line.id} objectKey={line.key} fz="sm">
        {line.key} {line.title}
      </PeekLink>{" "}
      <Text span size="sm" c="dimmed">
        · {figures.date(line.on)}
      </Text>
    </Text>
  );
}
