import { Button, Text } from "@mantine/core";
import { IconParking } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./RoadmapPage.module.css";
import type { Initiative } from "./roadmap";

interface Props {
  initiatives: readonly Initiative[];
  /** Take one out of the car park. */
  onUnpark: (initiative: Initiative) => void;
}

/** What a drag from the tray carries. */
export const CARRIED = "application/x-northline-initiative";
const SHOWN = 30;

/** What is not on the chart: put aside on purpose, or without a window yet. Dragged onto the chart, it gets one. */
export function ParkedTray({ initiatives, onUnpark }: Props) {
  const { t } = useTranslation();
  const parked = initiatives.filter((each) => each.parked);
  const unplaced = initiatives.filter((each) => !each.parked && each.window === null);
  if (parked.length + unplaced.length === 0) return null;
  return (
    <div className={classes.tray}>
      {[
        { name: t("roadmap.unplaced"), rows: unplaced },
        { name: t("roadmap.parked"), rows: parked },
      ].map(
        ({ name, rows }) =>
          rows.length > 0 && (
            <section key={name} className={classes.unplaced} aria-label={name}>
              <Text size="sm" c="dimmed">
                {name}
              </Text>
              {rows.slice(0, SHOWN).map((each) => (
                // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard it gets its window in the side panel.
                <span
                  key={each.id}
                  className={classes.carried}
                  draggable={each.can.edit === true}
                  onDragStart={(event) => event.dataTransfer.setData(CARRIED, each.id)}
                >
                  <PeekLink kind="initiative" id={each.id} objectKey={each.key} fz="sm">
                    {each.title}
                  </PeekLink>
                  {each.parked && each.can.edit && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      leftSection={<IconParking size={12} aria-hidden />}
                      aria-label={t("roadmap.unparkOne", { name: each.key })}
                      onClick={() => onUnpark(each)}
                    >
                      {t("roadmap.unpark")}
                    </Button>
                  )}
                </span>
              ))}
              {rows.length > SHOWN && (
                <Text size="sm" c="dimmed">
                  {t("roadmap.unplacedMore", { count: rows.length - SHOWN })}
                </Text>
              )}
            </section>
          ),
      )}
    </div>
  );
}
