import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./RoadmapPage.module.css";
import type { Initiative } from "./roadmap";

interface Props {
  initiatives: readonly Initiative[];
}

const SHOWN = 8;

/** Initiatives without a window are not on the chart; here one sees that they exist. */
export function UnplacedBar({ initiatives }: Props) {
  const { t } = useTranslation();
  const unplaced = initiatives.filter(({ window }) => window === null);
  if (unplaced.length === 0) return null;
  return (
    <section className={classes.unplaced} aria-label={t("roadmap.unplaced")}>
      <Text size="sm" c="dimmed">
        {t("roadmap.unplaced")}
      </Text>
      {unplaced.slice(0, SHOWN).map(({ id, key, title }) => (
        <PeekLink key={id} kind="initiative" id={id} objectKey={key} fz="sm">
          {title}
        </PeekLink>
      ))}
      {unplaced.length > SHOWN && (
        <Text size="sm" c="dimmed">
          {t("roadmap.unplacedMore", { count: unplaced.length - SHOWN })}
        </Text>
      )}
    </section>
  );
}
