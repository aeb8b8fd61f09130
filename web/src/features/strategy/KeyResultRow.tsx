import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { CheckInButton } from "./CheckInButton";
import classes from "./KeyResult.module.css";
import { KeyResultProgress } from "./KeyResultProgress";
import { Sparkline } from "./Sparkline";
import type { KeyResult } from "./types";

interface Props {
  keyResult: KeyResult;
}

export function KeyResultRow({ keyResult }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { id, key, title, owner, weight, confidence, stale, checked_at } = keyResult;
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        <KeyBadge value={key} />
        <PeekLink kind="key_result" id={id} objectKey={key} fz="sm" className={classes.title}>
          {title}
        </PeekLink>
        {(weight > 1 || owner) && (
          <Text span size="xs" c="dimmed">
            {[owner?.name, weight > 1 ? t("keyResult.weightOf", { weight }) : ""]
              .filter(Boolean)
              .join(", ")}
          </Text>
        )}
      </span>
      <KeyResultProgress keyResult={keyResult} />
      <div>
        <Sparkline keyResult={keyResult} />
      </div>
      <Text size="xs" c="dimmed" className="tabular">
        {confidence === null
          ? ""
          : t("keyResult.confidence", { share: figures.percent(confidence / 100) })}
        {stale && (
          <Text span size="xs" c="var(--nl-warning)" display="block">
            {checked_at
              ? t("keyResult.stale", { ago: figures.ago(checked_at) })
              : t("keyResult.neverChecked")}
          </Text>
        )}
      </Text>
      <div>{keyResult.can.contribute && <CheckInButton keyResult={keyResult} />}</div>
    </li>
  );
}
