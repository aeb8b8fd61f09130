import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { today } from "@/features/delivery/today";
import { minuteOf } from "@/timeline/geometry/time";
import { TimelineMarks } from "@/timeline/view/TimelineMarks";
import { useTimelineHere } from "@/timeline/view/timelineHere";
import type { PartProps } from "@/ui/shell/parts";
import { usePeek } from "@/ui/shell/usePeek";
import { useFigures } from "@/ui/words/figures";
import { SIGN } from "./GateStateMark";
import { type Gate, gatesQuery } from "./gates";
import { dayOf, isOverdue, toneOf } from "./marks";

/** The gates of a project on its timeline: when each is to be decided, and what came of it. */
export default function GateMarks({ id }: PartProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const peek = usePeek();
  const { rows } = useTimelineHere();
  const { data } = useQuery(gatesQuery(id));
  const finishOf = (id: string) => rows.find((row) => row.id === id)?.finish ?? null;
  const now = today();
  const linesOf = (gate: Gate, day: string) => {
    const overdue = gate.conditions.filter((condition) => condition.overdue).length;
    return [
      t(isOverdue(gate, day, now) ? "gate.overdueDecision" : `gate.state.${gate.state}`),
      gate.decided_at
        ? t("gate.markDecided", { day: figures.date(gate.decided_at) })
        : t("gate.markDay", { day: figures.date(day) }),
      t("gate.markMet", { met: gate.met, count: gate.criteria.length }),
      overdue > 0 && t("gate.markConditions", { count: overdue }),
    ].filter((line) => typeof line === "string");
  };
  const marks = (data?.items ?? []).flatMap((gate) => {
    const day = dayOf(gate, gate.milestone ? finishOf(gate.milestone.id) : null);
    if (!day) return [];
    const Sign = SIGN[gate.state];
    const tone = toneOf(gate, day, now);
    const title = `${gate.key} ${gate.title}`;
    return [{ id: gate.id, at: minuteOf(day), tone, Sign, title, lines: linesOf(gate, day) }];
  });
  if (marks.length === 0) return null;
  return (
    <TimelineMarks
      marks={marks}
      label={t("gate.marks")}
      onOpen={(gate) => peek.open({ kind: "gate", id: gate })}
    />
  );
}
