import { Typography } from "@mantine/core";
import type { RichNode } from "@/api/types";
import { RichNodes } from "./RichNodes";

interface Props {
  doc: RichNode;
}

/** Stored rich text, read only: drawn as elements, without the weight of the editor. */
export function RichTextView({ doc }: Props) {
  return (
    <Typography fz="md">
      <RichNodes nodes={doc.content ?? []} />
    </Typography>
  );
}
