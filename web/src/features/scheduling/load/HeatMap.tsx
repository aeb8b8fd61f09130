import { UnstyledButton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDrawnRows } from "@/timeline/table/useDrawnRows";
import { useFigures } from "@/ui/words/figures";
import { Gap } from "./Gap";
import classes from "./HeatMap.module.css";
import type { Heat, HeatRow } from "./load";
import { heatOf } from "./periods";
import { usePeriodWords } from "./periodWords";
import { ResourceHead } from "./ResourceHead";

const ROWS = { allOf: 60, height: 45, beyond: 10 };

interface Props {
  heat: Heat;
  soft: boolean;
  chosen: { who?: string; from?: string };
  onChoose: (cell: { who: string; from: string }) => void;
}

/** Hours of work over what there is: a row for each resource, a column for each day, week or month. */
export function HeatMap({ heat, soft, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const periodWord = usePeriodWords(heat.by);
  const frame = useRef<HTMLElement>(null);
  const drawn = useDrawnRows(heat.rows.length, frame, ROWS);
  const width = heat.periods.length + 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its frame is scrolled by keyboard
    <section ref={frame} className={classes.frame} tabIndex={0} aria-label={t("load.title")}>
      <table className={classes.map} aria-rowcount={heat.rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className={classes.who}>
              {t("load.who")}
            </th>
            {heat.periods.map(({ first }) => (
              <th key={first} scope="col">
                {periodWord(first)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={drawn.above} width={width} />
          {heat.rows.slice(drawn.first, drawn.end).map((row, at) => (
            <tr key={row.resource.id} aria-rowindex={drawn.first + at + 2}>
              <th scope="row" className={classes.who}>
                <ResourceHead
                  resource={row.resource}
                  words={[row.role?.title ?? t(`resource.types.${row.type}`), row.project?.title]
                    .filter(Boolean)
                    .join(" · ")}
                />
              </th>
              {heat.periods.map(({ first }, place) => (
                <HeatCell
                  key={first}
                  row={row}
                  place={place}
                  soft={soft}
                  period={periodWord(first)}
                  isChosen={chosen.who === row.resource.id && chosen.from === first}
                  onChoose={() => onChoose({ who: row.resource.id, from: first })}
                />
              ))}
            </tr>
          ))}
          <Gap height={drawn.below} width={width} />
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  row: HeatRow;
  place: number;
  soft: boolean;
  period: string;
  isChosen: boolean;
  onChoose: () => void;
}

function HeatCell({ row, place, soft, period, isChosen, onChoose }: CellProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const capacity = row.capacity[place] ?? 0;
  const asked = row.soft[place] ?? 0;
  const load = (row.hard[place] ?? 0) + (soft ? asked : 0);
  const over = row.over[place] ?? 0;
  const heat = heatOf(load, capacity, over);
  const away = capacity === 0 && load === 0;
  const hours = load > 0 ? String(Math.round(load)) : "";
  const shown = !soft && asked > 0 ? `${hours}+${Math.round(asked)}` : hours;
  const told = t(over > 0 ? "load.cellOver" : "load.cell", {
    who: row.resource.title,
    period,
    load: figures.number(load),
    capacity: figures.number(capacity),
    over: figures.number(over),
  });
  // What is seen has to be in the name as well.
  const said = shown ? `${told} · ${shown}` : told;
  return (
    <td className={classes.cell}>
      <UnstyledButton
        className={classes.heat}
        data-heat={heat}
        data-away={away || undefined}
        data-chosen={isChosen || undefined}
        aria-label={said}
        aria-pressed={isChosen}
        title={said}
        onClick={onChoose}
      >
        {over > 0 && <IconAlertTriangle size={11} aria-hidden />}
        {shown}
      </UnstyledButton>
    </td>
  );
}
