import { Text } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDrawnRows } from "@/timeline/table/useDrawnRows";
import { useFigures } from "@/ui/words/figures";
import { Gap } from "./Gap";
import heat from "./HeatMap.module.css";
import type { FreePeople } from "./load";
import { usePeriodWords } from "./periodWords";
import { ResourceHead } from "./ResourceHead";
import { skillsOf } from "./skills";

const ROWS = { allOf: 60, height: 45, beyond: 10 };

interface Props {
  found: FreePeople;
  /** So many are needed. */
  hours: number;
}

/** The hours that each person has left: a row for each of them, a column for each day, week or month. */
export function FreeStrip({ found, hours }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const periodWord = usePeriodWords(found.by);
  const frame = useRef<HTMLElement>(null);
  const drawn = useDrawnRows(found.people.length, frame, ROWS);
  const width = found.periods.length + 4;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its frame is scrolled by keyboard
    <section ref={frame} className={heat.frame} tabIndex={0} aria-label={t("resource.tabs.free")}>
      <table className={heat.map} aria-rowcount={found.people.length + 1}>
        <thead>
          <tr>
            <th scope="col" className={heat.who}>
              {t("load.who")}
            </th>
            <th scope="col">{t("free.from")}</th>
            {hours > 0 && (
              <th scope="col">{t("free.enoughOn", { hours: figures.number(hours) })}</th>
            )}
            <th scope="col">{t("free.freeOf")}</th>
            {found.periods.map(({ first }) => (
              <th key={first} scope="col">
                {periodWord(first)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={drawn.above} width={width} />
          {found.people.slice(drawn.first, drawn.end).map((one, at) => (
            <tr key={one.resource.id} aria-rowindex={drawn.first + at + 2}>
              <th scope="row" className={heat.who}>
                <ResourceHead
                  resource={one.resource}
                  words={[one.role?.title, skillsOf(one)].filter(Boolean).join(" · ")}
                  title={skillsOf(one)}
                />
              </th>
              <td className={heat.said}>{one.first_day ? figures.date(one.first_day) : "–"}</td>
              {hours > 0 && (
                <td className={heat.said}>
                  {one.enough_on ? (
                    figures.date(one.enough_on)
                  ) : (
                    <Text span fz={12} c="dimmed">
                      {t("free.notEnough")}
                    </Text>
                  )}
                </td>
              )}
              <td className={heat.said}>
                {t("free.figures", {
                  free: figures.number(Math.round(one.free)),
                  capacity: figures.number(Math.round(one.capacity)),
                })}
              </td>
              {found.periods.map(({ first }, place) => (
                <FreeCell
                  key={first}
                  free={one.free_hours[place]}
                  there={one.capacity_hours[place]}
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

/** The more of somebody's time is left, the greener. */
function FreeCell({ free = 0, there = 0 }: { free?: number; there?: number }) {
  const step = free <= 0 ? 0 : Math.max(1, Math.ceil((free / there) * 3));
  return (
    <td className={heat.cell}>
      <div className={heat.heat} data-free={step} data-away={there === 0 || undefined}>
        {there === 0 ? "" : Math.round(free)}
      </div>
    </td>
  );
}
