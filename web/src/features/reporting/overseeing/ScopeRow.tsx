import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { ScopeSince } from "./overseeing";
import classes from "./overseeing.module.css";

/** How the plan has grown or shrunk since its charter was accepted. */
export function ScopeRow({ since }: { since: ScopeSince }) {
  return (
    <div className={classes.line}>
      <KeyBadge value={since.charter.key} />
      <PeekLink kind="charter" id={since.charter.id} objectKey={since.charter.key} fz="sm">
        <Drift since={since} />
      </PeekLink>
    </div>
  );
}

function Drift({ since }: { since: ScopeSince }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { items_then, items_now, days_then, days_now } = since;
  const date = figures.date(since.accepted_at);
  if (items_then === null || days_then === null) return t("delivery.scopeUnknown", { date });
  if (items_then === 0) return t("delivery.scopeEmpty", { date });
  const signed = (value: number) => `${value > 0 ? "+" : ""}${figures.number(value)}`;
  const [items, days] = [items_now - items_then, Math.round((days_now - days_then) * 10) / 10];
  if (items === 0 && days === 0) return t("delivery.scopeSame", { date });
  return (
    <>
      {t("delivery.scopeDrift", { items: signed(items), days: signed(days), date })}{" "}
      <Text span size="sm" c="dimmed">
        {t("delivery.scopeFigures", {
          itemsThen: items_then,
          itemsNow: items_now,
          daysThen: figures.number(days_then),
          daysNow: figures.number(days_now),
        })}
      </Text>
    </>
  );
}
