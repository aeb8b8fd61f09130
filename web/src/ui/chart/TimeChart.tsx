import { Text, Title } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type ReactNode, useId, useState } from "react";
import { Term } from "@/ui/Term";
import { ChartPicture } from "./ChartPicture";
import { ChartTable } from "./ChartTable";
import type { Level, Series } from "./chart";
import { LookSwitch } from "./LookSwitch";
import classes from "./TimeChart.module.css";

interface Props {
  title: string;
  /** What the picture is, for who has not met it. */
  means?: string;
  /** What the picture says, in a sentence. */
  sentence?: ReactNode;
  series: readonly Series[];
  levels?: readonly Level[];
  /** The day of today, where the picture goes beyond. */
  today?: string;
  /** Names the amounts, as a head of the table. */
  unit: string;
  /** The amounts are days, as `dayNumber` counts them. */
  dated?: boolean;
}

/** A picture over time with its legend, and the same as a table. */
export function TimeChart(props: Props) {
  const { title, means, sentence, series, levels = [], today, unit, dated = false } = props;
  const [isTable, setTable] = useState(false);
  const { ref, width } = useElementSize();
  const id = useId();
  return (
    <section className={classes.chart} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id}>
          {means ? <Term meaning={means}>{title}</Term> : title}
        </Title>
        <LookSwitch title={title} isTable={isTable} onTable={setTable} />
      </div>
      {sentence && <Text size="sm">{sentence}</Text>}
      <div ref={ref}>
        {isTable ? (
          <ChartTable title={title} series={series} levels={levels} unit={unit} dated={dated} />
        ) : (
          <>
            <ChartPicture
              title={title}
              width={Math.max(280, width)}
              series={series}
              levels={levels}
              today={today}
              dated={dated}
            />
            <ul className={classes.legend}>
              {series.map(({ name, colour, dashed }) => (
                <li key={name}>
                  <span
                    className={classes.mark}
                    data-dashed={dashed || undefined}
                    style={{ borderColor: colour }}
                  />
                  {name}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
