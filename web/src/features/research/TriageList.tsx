import { Text, UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { useFigures } from "@/ui/words/figures";
import type { Waiting } from "./inbox";
import { SourceIcon } from "./SourceIcon";
import classes from "./TriageInbox.module.css";
import type { Insight } from "./types";

interface Props {
  rows: readonly Insight[];
  chosen: Insight;
  waiting: Waiting;
  onChoose: (id: string) => void;
}

/** What waits, the chosen one marked and kept in sight. */
export function TriageList({ rows, chosen, waiting, onChoose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const marked = useRef<HTMLLIElement>(null);
  // In braces: browsers answer a scroll with a promise, which is no way to end an effect.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is another place
  useEffect(() => {
    marked.current?.scrollIntoView({ block: "nearest" });
  }, [chosen.id]);
  return (
    <nav aria-label={t("triage.list")} className={classes.list}>
      <ul>
        {rows.map((row) => {
          const isChosen = row.id === chosen.id;
          return (
            <li key={row.id} ref={isChosen ? marked : undefined}>
              <UnstyledButton
                className={classes.row}
                aria-current={isChosen ? "true" : undefined}
                onClick={() => onChoose(row.id)}
              >
                <span className={classes.title}>{row.title}</span>
                <span className={classes.facts}>
                  <SourceIcon source={row.source} />
                  <KeyBadge value={row.key} />
                  <Text span size="xs" c="dimmed" truncate flex={1}>
                    {row.customer?.title}
                  </Text>
                  <Text span size="xs" c="dimmed">
                    {waiting === "snoozed" && row.snoozed_until
                      ? t("triage.until", { day: figures.date(row.snoozed_until) })
                      : figures.ago(row.created_at)}
                  </Text>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
