import { Text, VisuallyHidden } from "@mantine/core";
import { IconCalendarEvent, IconEarOff, IconTargetArrow } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useWalkedGrid } from "@/ui/list/useWalkedGrid";
import { WalkedTable } from "@/ui/list/WalkedTable";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import type { Coverage, CoverageCell } from "../types";
import classes from "./Coverage.module.css";
import { depths } from "./depths";

interface Props {
  coverage: Coverage;
  open: string | undefined;
  onOpen: (cell: string) => void;
}

/** Opportunities by personas: when each was last heard about each. Arrows walk, Enter opens. */
export function CoverageMatrix({ coverage, open, onOpen }: Props) {
  const { t } = useTranslation();
  const { personas, opportunities, cells } = coverage;
  const { grid, opening, cell } = useWalkedGrid(opportunities.length, personas.length);
  const byPair = new Map(cells.map((one) => [`${one.persona_id}.${one.opportunity_id}`, one]));
  const depth = depths(opportunities);
  const pairAt = (line: number, column: number) =>
    `${personas[column]?.id}.${opportunities[line]?.id}`;
  return (
    <WalkedTable
      grid={grid}
      label={t("discover.coverage")}
      className={classes.table}
      {...opening((line, column) => onOpen(pairAt(line, column)))}
    >
      <thead>
        <tr>
          <th scope="col">{t("kind.opportunity")}</th>
          {personas.map((persona) => (
            <th key={persona.id} scope="col">
              <PeekLink kind="persona" id={persona.id} objectKey={persona.key} fz="xs" fw={500}>
                {persona.title}
              </PeekLink>
              <Text size="xs" c="dimmed">
                {t("coverage.gapsOf", { count: persona.silent, of: opportunities.length })}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {opportunities.map((opportunity, line) => (
          <tr key={opportunity.id}>
            <th scope="row">
              <span
                className={classes.need}
                style={{ paddingInlineStart: 16 * (depth.get(opportunity.id) ?? 0) }}
              >
                <PeekLink
                  kind="opportunity"
                  id={opportunity.id}
                  objectKey={opportunity.key}
                  fz="sm"
                >
                  {opportunity.title}
                </PeekLink>
                {opportunity.is_target && (
                  <IconTargetArrow
                    size={14}
                    stroke={1.8}
                    role="img"
                    aria-label={t("coverage.isTarget")}
                    className={classes.target}
                  />
                )}
              </span>
            </th>
            {personas.map((persona, column) => {
              const pair = pairAt(line, column);
              return (
                <Cell
                  key={persona.id}
                  {...cell(line, column)}
                  name={`${persona.title}, ${opportunity.title}`}
                  found={byPair.get(pair)}
                  isOpen={open === pair}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </WalkedTable>
  );
}

interface CellProps {
  "data-line": number;
  "data-column": number;
  tabIndex: number;
  onFocus: () => void;
  name: string;
  found: CoverageCell | undefined;
  isOpen: boolean;
}

function Cell({ name, found, isOpen, tabIndex, ...cell }: CellProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { last_heard_on: last, planned_for: planned, pieces = 0, silent = true } = found ?? {};
  const heard = last ? figures.ago(last) : t("coverage.never");
  const plan = planned && t("coverage.plannedFor", { day: figures.date(planned) });
  const said = [
    silent ? t("coverage.isSilent") : undefined,
    heard,
    pieces > 0 && t("coverage.pieces", { count: pieces }),
    plan,
  ];
  return (
    <td
      {...cell}
      tabIndex={tabIndex}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is a cell of a grid
      role="gridcell"
      aria-selected={isOpen}
      data-silent={silent || undefined}
    >
      <VisuallyHidden>{`${name}: ${said.filter(Boolean).join(", ")}`}</VisuallyHidden>
      <span className={classes.heard} aria-hidden>
        {silent && <IconEarOff size={13} stroke={1.8} aria-hidden />}
        {heard}
        {pieces > 1 && <span className={classes.pieces}>{figures.number(pieces)}</span>}
      </span>
      {planned && (
        <span className={classes.planned} aria-hidden>
          <IconCalendarEvent size={13} stroke={1.6} aria-hidden />
          {figures.date(planned)}
        </span>
      )}
    </td>
  );
}
