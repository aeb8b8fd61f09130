import { VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { checkInsQuery } from "./queries";
import { sparkOf } from "./spark";
import type { KeyResult } from "./types";

interface Props {
  keyResult: KeyResult;
  width?: number;
  height?: number;
}

/** The way of a key result so far, with its target dashed. The list of check-ins says the same in figures. */
export function Sparkline({ keyResult, width = 112, height = 28 }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: readings } = useQuery(checkInsQuery(keyResult.id));
  if (!readings || readings.length === 0) return <span style={{ width, height }} />;
  const { path, end, targetY } = sparkOf(readings, { ...keyResult, width, height });
  const oldest = readings.at(-1)?.value ?? keyResult.start;
  return (
    <>
      <VisuallyHidden>
        {t("keyResult.way", {
          count: readings.length,
          from: figures.number(oldest),
          to: figures.number(keyResult.current ?? keyResult.start),
        })}
      </VisuallyHidden>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        <line
          x1={0}
          x2={width}
          y1={targetY}
          y2={targetY}
          stroke="var(--mantine-color-dimmed)"
          strokeDasharray="2 3"
        />
        <path d={path} fill="none" stroke="var(--nl-accent)" strokeWidth={1.5} />
        {end && <circle cx={end.x} cy={end.y} r={2.5} fill="var(--nl-accent)" />}
      </svg>
    </>
  );
}
