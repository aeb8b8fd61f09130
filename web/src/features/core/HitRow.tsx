import { Text } from "@mantine/core";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./rows.module.css";
import type { Hit } from "./search";

interface Props {
  hit: Hit;
}

export function HitRow({ hit }: Props) {
  return (
    <div className={classes.row}>
      <KindIcon kind={hit.kind} />
      <KeyBadge value={hit.key} />
      <PeekLink kind={hit.kind} id={hit.id} objectKey={hit.key} className={classes.title}>
        {hit.title}
      </PeekLink>
      {hit.context && (
        <Text size="sm" c="dimmed" truncate>
          {hit.context}
        </Text>
      )}
    </div>
  );
}
