import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { blockOf, type Cell, stepFrom } from "@/ui/keyboard/grid";
import { Term } from "@/ui/Term";
import { toast } from "@/ui/toast";
import { readEstimate } from "./estimate";
import { LineRow } from "./LineRow";
import classes from "./RankGrid.module.css";
import { RankRow } from "./RankRow";
import type { Estimate, Ranking, Robust, Voice } from "./types";
import { type Entry, useScores } from "./useScores";

interface Props {
  ranking: Ranking;
  robust: ReadonlyMap<string, Robust>;
  voice: Voice;
  canScore: boolean;
}

/** The ranked list as a spreadsheet: arrows walk, typing edits, Delete clears, a block can be pasted. */
export function RankGrid({ ranking, robust, voice, canScore }: Props) {
  const { t } = useTranslation();
  const { scorecard, items } = ranking;
  const factors = scorecard.factors;
  const frame = useRef<HTMLTableElement>(null);
  const scores = useScores(scorecard.id);
  const [at, setAt] = useState<{ subject: string; column: number } | null>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const row = at ? items.findIndex(({ subject }) => subject.id === at.subject) : -1;
  const active: Cell | null = at && row >= 0 ? { row, column: at.column } : null;
  const isRanked = voice === "team";
  const isSure = isRanked && scorecard.method !== "kano";

  useEffect(() => {
    // The row moves when it is ranked anew; the focus stays with the subject.
    if (at && draft === null && frame.current?.contains(document.activeElement)) {
      frame.current
        .querySelector<HTMLElement>(`[data-cell="${at.subject}:${at.column}"]`)
        ?.focus({ preventScroll: false });
    }
  }, [at, draft]);

  const write = (entries: Entry[]) => {
    if (entries.length === 0) return;
    const names = entries.map(
      ({ subjectId }) => items.find(({ subject }) => subject.id === subjectId)?.subject.key ?? "",
    );
    scores.mutate({
      voice,
      entries,
      said:
        entries.length === 1
          ? t("score.saved", { name: names[0] })
          : t("score.savedMany", { count: entries.length }),
    });
  };
  const commit = (cell: Cell, text: string) => {
    const factor = factors[cell.column];
    const subject = items[cell.row]?.subject;
    const estimate = readEstimate(text);
    setDraft(null);
    if (!factor || !subject) return;
    if (estimate === undefined) toast.failed(t("score.unreadable", { text }));
    else write([{ subjectId: subject.id, values: { [factor.name]: estimate } }]);
  };
  const go = (cell: Cell) => {
    const subject = items[cell.row]?.subject;
    if (subject) setAt({ subject: subject.id, column: cell.column });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || draft !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepFrom(active, event.key, items.length, factors.length);
    if (next) go(next);
    else if (!canScore || factors[active.column]?.field) return;
    else if (event.key === "Enter" || event.key === "F2") setDraft("");
    else if (event.key === "Delete" || event.key === "Backspace") commit(active, "");
    else if (/^[\d.,+-]$/.test(event.key)) setDraft(event.key);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!active || draft !== null || !canScore) return;
    event.preventDefault();
    const entries: Entry[] = [];
    for (const [down, line] of blockOf(event.clipboardData.getData("text/plain")).entries()) {
      const subject = items[active.row + down]?.subject;
      const values: Record<string, Estimate | null> = {};
      for (const [right, text] of line.entries()) {
        const factor = factors[active.column + right];
        const estimate = readEstimate(text);
        if (factor && !factor.field && estimate !== undefined) values[factor.name] = estimate;
      }
      if (subject && Object.keys(values).length > 0)
        entries.push({ subjectId: subject.id, values });
    }
    write(entries);
  };
  const lastAbove = items.findLastIndex(({ above }) => above);
  const hasLine = scorecard.cut_days !== null || scorecard.cut_count !== null;
  return (
    <div className={classes.frame}>
      <table
        ref={frame}
        className={classes.table}
        aria-label={t("prioritise.ranking", { name: scorecard.title })}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            <th scope="col" data-align="end">
              {t("score.rank")}
            </th>
            <th scope="col">{t(`kind.${scorecard.about}`)}</th>
            {factors.map(({ name, title, unit, hint }) => (
              <th key={name} scope="col" data-align="end">
                {hint ? <Term meaning={hint}>{title}</Term> : title}
                {unit && <span className={classes.unit}>{unit}</span>}
              </th>
            ))}
            <th scope="col" data-align="end">
              {scorecard.method === "kano" ? t("kano.class") : t("score.score")}
            </th>
            {isSure && (
              <th scope="col">
                <Term meaning={t("score.chanceMeans")}>{t("score.chance")}</Term>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((ranked, index) => (
            <RankRow
              key={ranked.subject.id}
              ranked={ranked}
              scorecard={scorecard}
              robust={robust.get(ranked.subject.id)}
              voice={voice}
              canScore={canScore}
              active={at?.subject === ranked.subject.id ? at.column : null}
              entry={
                active ? (active.row === index ? active.column : null) : index === 0 ? 0 : null
              }
              draft={at?.subject === ranked.subject.id ? draft : null}
              onFocus={(column) => setAt({ subject: ranked.subject.id, column })}
              onEdit={() => canScore && setDraft("")}
              onCommit={(text, move) => {
                const cell = { row: index, column: at?.column ?? 0 };
                commit(cell, text);
                if (move) go(stepFrom(cell, move, items.length, factors.length) ?? cell);
              }}
              onCancel={() => setDraft(null)}
              onChoose={(factor, estimate) =>
                write([{ subjectId: ranked.subject.id, values: { [factor]: estimate } }])
              }
            >
              {hasLine && isRanked && index === lastAbove && (
                <LineRow ranking={ranking} columns={factors.length + 4} />
              )}
            </RankRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}
