import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Responsibilities.module.css";
import { amiss, type Sheet } from "./responsibilities";

/** How many functions of these sheets are held by nobody or by two; nothing where all is well. */
export function Amiss({ sheets }: { sheets: readonly Sheet[] }) {
  const { t } = useTranslation();
  const counts = sheets.map(amiss);
  const unowned = counts.reduce((sum, one) => sum + one.unowned, 0);
  const doubly = counts.reduce((sum, one) => sum + one.doubly, 0);
  return (
    <Group gap="sm">
      {unowned > 0 && (
        <Text size="xs" className={classes.nobody}>
          {t("responsibility.unownedCount", { count: unowned })}
        </Text>
      )}
      {doubly > 0 && (
        <Text size="xs" className={classes.doubly}>
          {t("responsibility.doublyCount", { count: doubly })}
        </Text>
      )}
    </Group>
  );
}
