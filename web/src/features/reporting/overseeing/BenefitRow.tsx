import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Delivery } from "./overseeing";
import classes from "./overseeing.module.css";

interface Props {
  result: Delivery["benefit"][number];
}

/** A key result that the initiative serves, and how far it came since the launch. */
export function BenefitRow({ result }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const now = figures.percent(result.progress / 100);
  const then = result.progress_at_launch;
  return (
    <div className={classes.line}>
      <KeyBadge value={result.key} />
      <PeekLink kind="key_result" id={result.id} objectKey={result.key} fz="sm">
        {result.title}
      </PeekLink>
      <Text size="sm" c="dimmed" className={classes.end}>
        {then === null
          ? t("delivery.reached", { now })
          : t("delivery.cameFrom", { was: figures.percent(then / 100), now })}
      </Text>
    </div>
  );
}
