import { SegmentedControl } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { InsightView } from "./InsightView";
import { useWaiting, type Waiting, waitingQuery } from "./inbox";
import { ListFrame } from "./ListFrame";
import { rowsOf } from "./listing";
import { TriageBar } from "./TriageBar";
import classes from "./TriageInbox.module.css";
import { TriageList } from "./TriageList";
import type { Insight } from "./types";
import { useTriage, type Verdict } from "./useTriage";

interface Props {
  productId: string;
}

/** New evidence, one after the other: read it, link it, then decide what becomes of it. */
export function TriageInbox({ productId }: Props) {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<Waiting>("new");
  const [chosenId, setChosenId] = useState<string>();
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  const counts = useWaiting();
  const listing = useInfiniteQuery(waitingQuery(productId, waiting));
  const triage = useTriage();
  // What was just decided is gone at once; should the server refuse, it is back.
  const rows = (rowsOf(listing) ?? []).filter(({ id }) => !judged.has(id));
  const place = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosenId),
  );
  const insight = rows[place];
  const walk = (by: number) => setChosenId(rows[place + by]?.id ?? insight?.id);
  const judge = (verdict: Verdict) => {
    if (!insight?.can.edit) return;
    setChosenId((rows[place + 1] ?? rows[place - 1])?.id);
    setJudged((now) => new Set(now).add(insight.id));
    triage.mutate(
      { insight, verdict },
      { onSettled: () => setJudged((now) => without(now, insight)) },
    );
  };
  useShortcuts([
    { keys: "j", run: () => walk(1), says: t("portal.keys.J") },
    { keys: "k", run: () => walk(-1), says: t("portal.keys.K") },
    { keys: "e", run: () => judge({ deed: "process" }), says: t("triage.process") },
    { keys: "#", run: () => judge({ deed: "archive" }), says: t("triage.archive") },
  ]);
  return (
    <div>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={t("triage.which")}
        value={waiting}
        onChange={(next) => setWaiting(next === "snoozed" ? "snoozed" : "new")}
        data={[
          { value: "new", label: t("triage.new", { count: counts.new }) },
          { value: "snoozed", label: t("triage.snoozed", { count: counts.snoozed }) },
        ]}
      />
      <ListFrame listing={listing} empty={<Nothing waiting={waiting} />}>
        {() =>
          insight ? (
            <div className={classes.panes}>
              <TriageList rows={rows} chosen={insight} waiting={waiting} onChoose={setChosenId} />
              <section className={classes.reading} aria-label={insight.title}>
                {insight.can.edit && (
                  <TriageBar
                    key={`${insight.id} bar`}
                    insight={insight}
                    waiting={waiting}
                    onJudge={judge}
                  />
                )}
                <InsightView key={insight.id} id={insight.id} place="peek" />
              </section>
            </div>
          ) : (
            <Nothing waiting={waiting} />
          )
        }
      </ListFrame>
    </div>
  );
}

function Nothing({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation();
  if (waiting === "snoozed")
    return <EmptyState icon={IconInbox} sentence={t("triage.noneSnoozed")} />;
  return (
    <EmptyState icon={IconInbox} sentence={t("triage.noneNew")} example={t("triage.howItFills")} />
  );
}

function without(judged: ReadonlySet<string>, { id }: Insight): Set<string> {
  return new Set([...judged].filter((one) => one !== id));
}
