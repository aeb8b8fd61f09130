import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import classes from "./HeardRow.module.css";
import type { Heard } from "./types";

/** A piece of evidence: what it says, from whom it is, and when that was. */
export function HeardRow({ heard }: { heard: Heard }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { evidence, customer, source, planned } = heard;
  const how = source === "experiment" ? t("kind.experiment") : t(`source.${source}`);
  const day = figures.date(heard.heard_on);
  return (
    <li className={classes.row}>
      <KindIcon kind={evidence.kind} />
      <div className={classes.what}>
        <PeekLink kind={evidence.kind} id={evidence.id} objectKey={evidence.key} fz="sm">
          {evidence.title}
        </PeekLink>
        <Text size="xs" c="dimmed">
          {[planned ? t("coverage.plannedFor", { day }) : day, how, customer?.title]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
    </li>
  );
}
