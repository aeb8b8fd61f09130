import { Text } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { isCell, useWalkedGrid } from "@/ui/list/useWalkedGrid";
import { WalkedTable } from "@/ui/list/WalkedTable";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Comparison } from "../types";
import { AddCriterion } from "./AddCriterion";
import classes from "./Comparison.module.css";
import { RatingCell } from "./RatingCell";
import { type CellAt, ratingAt } from "./useRate";

interface Props {
  comparison: Comparison;
  ours: string;
  onChoose: (at: CellAt) => void;
  onRate: (at: CellAt, score: number | null) => void;
}

/** A sheet: arrows walk, 0 to 5 rates, Enter goes on below, Delete empties, F2 writes what it rests on. */
export function ComparisonGrid({ comparison, ours, onChoose, onRate }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { criteria, competitors, columns } = comparison;
  const canEdit = comparison.can.edit === true;
  const heads = [null, ...competitors.map(({ id }) => id)];
  const { grid, active, step, walk, cell } = useWalkedGrid(criteria.length, heads.length);
  const at = (line: number, column: number): CellAt => ({
    criterion_id: criteria[line]?.id ?? "",
    competitor_id: heads[column] ?? null,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isCell(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = at(active.line, active.column);
    if (event.key === "Enter") step(event.shiftKey ? "ArrowUp" : "ArrowDown");
    else if (event.key === "F2") document.getElementById(NOTE)?.focus();
    else if (canEdit && /^[0-5]$/.test(event.key)) onRate(here, Number(event.key));
    else if (canEdit && ["Delete", "Backspace"].includes(event.key)) onRate(here, null);
    else return walk(event);
    event.preventDefault();
  };
  return (
    <WalkedTable
      grid={grid}
      label={t("comparison.title")}
      className={classes.table}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col">{t("kind.criterion")}</th>
          <th scope="col" className={classes.weight}>
            {t("comparison.weight")}
          </th>
          <th scope="col" className={classes.ours}>
            <span className="nl-head" title={ours}>
              {ours}
            </span>
          </th>
          {competitors.map(({ id, key, title }) => (
            <th key={id} scope="col">
              <PeekLink kind="competitor" id={id} objectKey={key} fz="xs" fw={500}>
                <span className="nl-head" title={title}>
                  {title}
                </span>
              </PeekLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion, line) => {
          const best = bestOf(comparison, criterion.id);
          return (
            <tr key={criterion.id}>
              <th scope="row">
                <PeekLink kind="criterion" id={criterion.id} objectKey={criterion.key} fz="sm">
                  {criterion.title}
                </PeekLink>
              </th>
              <td className={classes.weight}>{criterion.weight}</td>
              {heads.map((competitorId, column) => (
                <RatingCell
                  key={competitorId ?? "ours"}
                  {...cell(line, column)}
                  onFocus={() => {
                    cell(line, column).onFocus();
                    onChoose(at(line, column));
                  }}
                  name={t("comparison.cell", {
                    criterion: criterion.title,
                    whose: competitors[column - 1]?.title ?? ours,
                  })}
                  isOurs={competitorId === null}
                  rating={ratingAt(comparison, at(line, column))}
                  isBest={best !== null && ratingAt(comparison, at(line, column))?.score === best}
                  canEdit={canEdit}
                />
              ))}
            </tr>
          );
        })}
        {canEdit && (
          <tr>
            <td colSpan={heads.length + 2}>
              <AddCriterion productId={comparison.product_id} />
            </td>
          </tr>
        )}
      </tbody>
      {criteria.length > 0 && (
        <tfoot>
          <tr>
            <th scope="row">{t("comparison.weighted")}</th>
            <td />
            {columns.map(({ competitor_id, score, rated }) => (
              <td key={competitor_id ?? "ours"}>
                <strong>{score === null ? "–" : figures.number(rounded(score))}</strong>{" "}
                <Text span size="xs" c="dimmed">
                  {t("comparison.ratedOf", { rated, of: criteria.length })}
                </Text>
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </WalkedTable>
  );
}

function bestOf({ ratings }: Comparison, criterionId: string): number | null {
  const scores = ratings.flatMap(({ criterion_id, score }) =>
    criterion_id === criterionId && score !== null ? [score] : [],
  );
  return scores.length > 1 ? Math.max(...scores) : null;
}

/** Where what a rating rests on is written. */
export const NOTE = "comparison-note";

function rounded(score: number): number {
  return Math.round(score * 10) / 10;
}
