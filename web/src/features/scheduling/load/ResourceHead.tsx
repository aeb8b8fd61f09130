import { Text } from "@mantine/core";
import { PeekLink } from "@/ui/PeekLink";
import type { HeatRow } from "./load";

interface Props {
  resource: HeatRow["resource"];
  /** What is told of them below their name. */
  words: string;
  title?: string;
}

/** Whose row it is, at its head. */
export function ResourceHead({ resource, words, title }: Props) {
  return (
    <>
      <PeekLink kind="resource" id={resource.id} objectKey={resource.key} fz="sm" truncate>
        {resource.title}
      </PeekLink>
      <Text size="xs" c="dimmed" truncate title={title}>
        {words}
      </Text>
    </>
  );
}
