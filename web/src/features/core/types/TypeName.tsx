import { Group, Text } from "@mantine/core";
import { useItemTypes } from "./itemTypes";
import { TypeMark } from "./TypeMark";

interface Props {
  id: string;
  /** What it is called until the types are there. */
  title?: string;
  size?: "xs" | "sm";
}

/** A type of work with its sign. */
export function TypeName({ id, title, size = "sm" }: Props) {
  const type = useItemTypes().byId.get(id);
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      {type && <TypeMark type={type} isNamed size={14} />}
      <Text span size={size}>
        {type?.title ?? title}
      </Text>
    </Group>
  );
}
