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

/** A key result that the initiative serves, and how far it came since the launch, and what reviews measured. */
export function BenefitRow({ result }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const now = figures.percent(result.progress / 100);
  const then = result.progress_at_launch;
  const amount = (value: number) => `${figures.number(value)} ${result.unit}`.trim();
  return (
    <div>
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
      <Text size="xs" c="dimmed">
        {[
          t("delivery.expected", { from: amount(result.start), to: amount(result.target) }),
          result.at_launch !== null && t("delivery.atLaunch", { value: amount(result.at_launch) }),
          result.current !== null && t("delivery.today", { value: amount(result.current) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {result.measured.length > 0 && (
        <ul className={classes.measured}>
          {result.measured.map((review) => (
            <li key={`${review.after_days}-${review.due}`}>
              <Text size="xs" c="dimmed" span>
                {t("delivery.afterDays", { days: review.after_days })}{" "}
              </Text>
              <Text size="xs" span>
                {review.reading === null || review.progress === null
                  ? t(review.verdict ? "delivery.notMeasured" : "delivery.awaits", {
                      date: figures.date(review.due),
                    })
                  : t("delivery.measured", {
                      value: amount(review.reading),
                      share: figures.percent(review.progress / 100),
                    })}
                {review.verdict && ` · ${t(`launch.verdict.${review.verdict}`)}`}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
