import { Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { groupsOf, reader, type World } from "./grouping";
import classes from "./Legend.module.css";
import { useGroupName } from "./useGroupName";
import type { Field } from "./view";

interface Props {
  field: Field;
  world: World;
}

/** What the colours mean. */
export function Legend({ field, world }: Props) {
  const { t } = useTranslation();
  const name = useGroupName(world);
  const { isNoneUsed, groups } = useMemo(() => {
    const read = reader(field, world);
    return {
      groups: groupsOf(field, world),
      isNoneUsed: world.initiatives.some((each) => read(each) === null),
    };
  }, [field, world]);
  return (
    <ul className={classes.legend} aria-label={t("roadmap.legend")}>
      {groups
        .filter(({ value }) => value !== null || isNoneUsed)
        .map(({ value, colour }) => (
          <li key={value ?? ""} className={classes.entry}>
            <span className={classes.mark} style={{ background: colour }} />
            <Text size="xs" truncate title={name(field, value)}>
              {name(field, value)}
            </Text>
          </li>
        ))}
    </ul>
  );
}
