import { Text } from "@mantine/core";
import { groupsOf, type World } from "./grouping";
import classes from "./Legend.module.css";
import { useGroupName } from "./useGroupName";
import type { Field } from "./view";

interface Props {
  field: Field;
  world: World;
}

/** What the colours mean. */
export function Legend({ field, world }: Props) {
  const name = useGroupName(world);
  return (
    <ul className={classes.legend}>
      {groupsOf(field, world).map(({ value, colour }) => (
        <li key={value ?? ""} className={classes.entry}>
          <span className={classes.mark} style={{ background: colour }} />
          <Text size="xs">{name(field, value)}</Text>
        </li>
      ))}
    </ul>
  );
}
