import { Text } from "@mantine/core";
import type { Touch } from "@/api/types";
import { PeekLink } from "@/ui/PeekLink";
import { useTouched } from "./useTouched";

/** An object for whose sake one hears of a change, and what of it is different. */
export function TouchRow({ touch }: { touch: Touch }) {
  const words = useTouched()(touch);
  return (
    <Text size="sm" component="div">
      <PeekLink kind={touch.kind} id={touch.id} objectKey={touch.key} fz="sm">
        {touch.key} {touch.title}
      </PeekLink>
      <Text span size="sm" c="dimmed">
        {words.map((word) => ` · ${word}`)}
      </Text>
    </Text>
  );
}
